import { BaseSchema } from '@adonisjs/lucid/schema'

const NO_UPDATE = `
  CREATE TRIGGER ledger_seals_no_update BEFORE UPDATE ON ledger_seals FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_seals is append-only'
`

/**
 * A seal given by a sealing names its range: a foreign key holds that the sealing is there, a check that the
 * entry lies in it, where a trigger asked for each seal before. A seal by itself is judged by its trigger:
 * a line stands at every place of the entry, and they balance.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE ledger_sealings ADD UNIQUE KEY IF NOT EXISTS ledger_sealings_range_of_seals (first_entry_id, last_entry_id)
    `)
    this.schema.raw(`
      ALTER TABLE ledger_seals
        ADD COLUMN IF NOT EXISTS first_entry_id BIGINT UNSIGNED NULL COMMENT 'of the sealing with others of its posting; NULL: by itself',
        ADD COLUMN IF NOT EXISTS last_entry_id BIGINT UNSIGNED NULL
    `)
    this.schema.raw('DROP TRIGGER IF EXISTS ledger_seals_no_update')
    this.schema.raw(`
      UPDATE ledger_seals s JOIN ledger_sealings g ON g.id = s.sealing_id
      SET s.first_entry_id = g.first_entry_id, s.last_entry_id = g.last_entry_id
    `)
    this.schema.raw(NO_UPDATE)
    this.schema.raw(`
      ALTER TABLE ledger_seals
        ADD KEY ledger_seals_range (first_entry_id, last_entry_id),
        ADD CONSTRAINT ledger_seals_in_their_range CHECK (
          (first_entry_id IS NULL) = (last_entry_id IS NULL) AND COALESCE(entry_id BETWEEN first_entry_id AND last_entry_id, TRUE)
        ),
        ADD CONSTRAINT ledger_seals_sealing_fk FOREIGN KEY (first_entry_id, last_entry_id)
          REFERENCES ledger_sealings (first_entry_id, last_entry_id),
        DROP COLUMN sealing_id
    `)
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER ledger_seals_balanced BEFORE INSERT ON ledger_seals FOR EACH ROW
      BEGIN
        IF NEW.first_entry_id IS NULL THEN
          BEGIN
            DECLARE debits, credits, said DECIMAL(18,2);
            DECLARE taken, places INT UNSIGNED;
            SELECT total, line_count INTO said, places FROM ledger_entries WHERE id = NEW.entry_id;
            SELECT SUM(debit), SUM(credit), COUNT(*) INTO debits, credits, taken FROM ledger_lines WHERE entry_id = NEW.entry_id;
            IF NOT COALESCE(said = debits AND said = credits, FALSE) THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry does not balance';
            END IF;
            IF taken <> places THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry has places without lines';
            END IF;
          END;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE ledger_seals DROP FOREIGN KEY ledger_seals_sealing_fk')
    this.schema.raw(`
      ALTER TABLE ledger_seals
        ADD COLUMN sealing_id BIGINT UNSIGNED NULL COMMENT 'sealed with others of its posting; NULL: by itself'
    `)
    this.schema.raw('DROP TRIGGER ledger_seals_no_update')
    this.schema.raw(`
      UPDATE ledger_seals s JOIN ledger_sealings g ON g.first_entry_id = s.first_entry_id AND g.last_entry_id = s.last_entry_id
      SET s.sealing_id = g.id
    `)
    this.schema.raw(NO_UPDATE)
    this.schema.raw(`
      ALTER TABLE ledger_seals
        DROP CONSTRAINT ledger_seals_in_their_range, DROP KEY ledger_seals_range,
        DROP COLUMN first_entry_id, DROP COLUMN last_entry_id
    `)
    this.schema.raw('ALTER TABLE ledger_sealings DROP KEY ledger_sealings_range_of_seals')
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
}
