import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_lines_before_seal BEFORE INSERT ON ledger_lines FOR EACH ROW
      BEGIN
        IF EXISTS (SELECT 1 FROM ledger_seals s WHERE s.entry_id = NEW.entry_id) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry is sealed: no more lines';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_lines_before_seal')
  }
}
