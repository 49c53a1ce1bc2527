import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER accounting_periods_no_delete_when_locked BEFORE DELETE ON accounting_periods FOR EACH ROW
      BEGIN
        IF OLD.state = 'locked' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a locked month is opened by a decision, not deleted';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER accounting_periods_no_delete_when_locked')
  }
}
