import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What revaluations added to the surplus of an asset, so that a later loss is taken from it first and a
 * disposal takes it out. Earlier revaluations put every gain there.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE asset_book_entries
        DROP CONSTRAINT asset_book_entries_kind,
        ADD surplus DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'change of the revaluation surplus',
        ADD CONSTRAINT asset_book_entries_kind CHECK (kind IN ('capitalisation', 'depreciation', 'revaluation', 'disposal', 'reversal'))
    `)
    this.schema.raw('DROP TRIGGER asset_book_entries_no_update')
    this.schema.raw(`
      UPDATE asset_book_entries SET surplus = cost - accumulated WHERE kind = 'revaluation' AND cost > accumulated
    `)
    this.schema.raw(`
      CREATE TRIGGER asset_book_entries_no_update BEFORE UPDATE ON asset_book_entries FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'asset_book_entries is append-only'
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE asset_book_entries DROP CONSTRAINT asset_book_entries_kind, DROP surplus,
        ADD CONSTRAINT asset_book_entries_kind CHECK (kind IN ('capitalisation', 'depreciation', 'revaluation', 'disposal'))
    `)
  }
}
