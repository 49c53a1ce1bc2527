import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER asset_book_entries_no_update BEFORE UPDATE ON asset_book_entries FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'asset_book_entries is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER asset_book_entries_no_update')
  }
}
