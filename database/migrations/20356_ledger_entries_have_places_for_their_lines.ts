import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * An entry says how many lines it has; `20357` lets a line in only at one of these places. The pair is
 * what lines refer to. An entry that stands has as many places as lines: none is left to be taken.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE ledger_entries
        ADD COLUMN IF NOT EXISTS line_count MEDIUMINT UNSIGNED NULL COMMENT 'places for its lines' AFTER total
    `)
    this.schema.raw('DROP TRIGGER IF EXISTS ledger_entries_no_update')
    this.schema.raw(`
      UPDATE ledger_entries e JOIN (SELECT entry_id, COUNT(*) AS taken FROM ledger_lines GROUP BY entry_id) l ON l.entry_id = e.id
      SET e.line_count = l.taken
    `)
    // Nothing posts an entry without lines; one put by hand is named by the check of the books as before.
    this.schema.raw('UPDATE ledger_entries SET line_count = 1 WHERE line_count IS NULL')
    this.schema.raw(`
      CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entries is append-only: reverse the entry'
    `)
    this.schema.raw(`
      ALTER TABLE ledger_entries
        MODIFY COLUMN line_count MEDIUMINT UNSIGNED NOT NULL COMMENT 'places for its lines',
        ADD CONSTRAINT ledger_entries_has_places CHECK (line_count > 0),
        ADD UNIQUE KEY ledger_entries_places (id, line_count)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE ledger_entries
        DROP CONSTRAINT ledger_entries_has_places, DROP KEY ledger_entries_places, DROP COLUMN line_count
    `)
  }
}
