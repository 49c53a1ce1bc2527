import { BaseSchema } from '@adonisjs/lucid/schema'

/** As 20306; a seal given by a sealing is one of its range, whose entries the sealing itself has judged. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_seals_balanced BEFORE INSERT ON ledger_seals FOR EACH ROW
      BEGIN
        DECLARE debits, credits, said DECIMAL(18,2);
        IF NEW.sealing_id IS NOT NULL THEN
          IF NOT EXISTS (
            SELECT 1 FROM ledger_sealings g WHERE g.id = NEW.sealing_id AND NEW.entry_id BETWEEN g.first_entry_id AND g.last_entry_id
          ) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry is not of this sealing';
          END IF;
        ELSE
          SELECT total INTO said FROM ledger_entries WHERE id = NEW.entry_id;
          SELECT SUM(debit), SUM(credit) INTO debits, credits FROM ledger_lines WHERE entry_id = NEW.entry_id;
          IF NOT COALESCE(said = debits AND said = credits, FALSE) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry does not balance';
          END IF;
        END IF;
      END
    `)
  }

  async down() {
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
}
