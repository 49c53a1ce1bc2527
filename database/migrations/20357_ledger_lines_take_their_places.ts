import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A line takes one place of its entry, and the keys hold what a trigger asked of each line before: it names
 * the entry and its number of places together (foreign key), stands at one of them (check) and alone there
 * (unique key). A sealed entry has lines at all its places, so no further line enters it.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE ledger_lines
        ADD COLUMN IF NOT EXISTS line_count MEDIUMINT UNSIGNED NULL COMMENT 'places of its entry' AFTER entry_id,
        ADD COLUMN IF NOT EXISTS line_no MEDIUMINT UNSIGNED NULL COMMENT 'its place in the entry' AFTER line_count
    `)
    this.schema.raw('DROP TRIGGER IF EXISTS ledger_lines_no_update')
    this.schema.raw(`
      UPDATE ledger_lines l JOIN (
        SELECT id, COUNT(*) OVER (PARTITION BY entry_id) AS places, ROW_NUMBER() OVER (PARTITION BY entry_id ORDER BY id) AS place
        FROM ledger_lines
      ) p ON p.id = l.id
      SET l.line_count = p.places, l.line_no = p.place
    `)
    this.schema.raw(`
      CREATE TRIGGER ledger_lines_no_update BEFORE UPDATE ON ledger_lines FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_lines is append-only: reverse the entry'
    `)
    this.schema.raw('ALTER TABLE ledger_lines DROP FOREIGN KEY IF EXISTS ledger_lines_entry_fk')
    this.schema.raw(`
      ALTER TABLE ledger_lines
        MODIFY COLUMN line_count MEDIUMINT UNSIGNED NOT NULL COMMENT 'places of its entry',
        MODIFY COLUMN line_no MEDIUMINT UNSIGNED NOT NULL COMMENT 'its place in the entry',
        ADD CONSTRAINT ledger_lines_at_a_place CHECK (line_no BETWEEN 1 AND line_count),
        ADD UNIQUE KEY ledger_lines_places (entry_id, line_count, line_no),
        DROP KEY ledger_lines_sides,
        ADD CONSTRAINT ledger_lines_entry_fk FOREIGN KEY (entry_id, line_count) REFERENCES ledger_entries (id, line_count)
    `)
    this.schema.raw('DROP TRIGGER IF EXISTS ledger_lines_before_seal')
  }

  async down() {
    this.schema.raw(`
      CREATE TRIGGER ledger_lines_before_seal BEFORE INSERT ON ledger_lines FOR EACH ROW
      BEGIN
        IF EXISTS (SELECT 1 FROM ledger_seals s WHERE s.entry_id = NEW.entry_id) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the entry is sealed: no more lines';
        END IF;
      END
    `)
    this.schema.raw('ALTER TABLE ledger_lines DROP FOREIGN KEY ledger_lines_entry_fk')
    this.schema.raw(`
      ALTER TABLE ledger_lines
        ADD KEY ledger_lines_sides (entry_id, debit, credit),
        DROP CONSTRAINT ledger_lines_at_a_place,
        DROP KEY ledger_lines_places,
        DROP COLUMN line_no,
        DROP COLUMN line_count,
        ADD CONSTRAINT ledger_lines_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entries (id)
    `)
  }
}
