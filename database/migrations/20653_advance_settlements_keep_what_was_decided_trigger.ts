import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER advance_settlements_keep_what_was_decided BEFORE UPDATE ON advance_settlements FOR EACH ROW
      BEGIN
        IF OLD.status <> 'submitted' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decided settlement is not changed';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER advance_settlements_keep_what_was_decided')
  }
}
