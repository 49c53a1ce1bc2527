import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER period_account_lines_frozen_insert BEFORE INSERT ON period_account_lines FOR EACH ROW
      BEGIN
        IF (SELECT status FROM period_accounts WHERE id = NEW.period_account_id) <> 'draft' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submitted account keeps its figures: send it back first';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER period_account_lines_frozen_insert')
  }
}
