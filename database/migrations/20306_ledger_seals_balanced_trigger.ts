import { BaseSchema } from '@adonisjs/lucid/schema'

/** The rule of 05072 with one reading of the lines instead of two: a seal took half the time of an entry. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_seals_balanced BEFORE INSERT ON ledger_seals FOR EACH ROW
      BEGIN
        DECLARE debits, credits, said DECIMAL(18,2);
        SELECT total INTO said FROM ledger_entries WHERE id = NEW.entry_id;
        SELECT SUM(debit), SUM(credit) INTO debits, credits FROM ledger_lines WHERE entry_id = NEW.entry_id;
        IF NOT COALESCE(said = debits AND said = credits, FALSE) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry does not balance';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_seals_balanced BEFORE INSERT ON ledger_seals FOR EACH ROW
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
}
