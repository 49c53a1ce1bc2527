import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_seals_balanced BEFORE INSERT ON ledger_seals FOR EACH ROW
      BEGIN
        IF NOT EXISTS (
          SELECT 1 FROM ledger_entries e
          WHERE e.id = NEW.entry_id
            AND e.total = (SELECT SUM(l.debit) FROM ledger_lines l WHERE l.entry_id = NEW.entry_id)
            AND e.total = (SELECT SUM(l.credit) FROM ledger_lines l WHERE l.entry_id = NEW.entry_id)
        ) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry does not balance';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_seals_balanced')
  }
}
