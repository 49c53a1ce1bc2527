import { BaseSchema } from '@adonisjs/lucid/schema'

/** A book is closed from a day; the one that is posted to the ledger never is. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE depreciation_books
        ADD closed_on DATE NULL COMMENT 'first day on which nothing is entered in it any more',
        ADD CONSTRAINT depreciation_books_posted_stays_open CHECK (is_posted = 0 OR closed_on IS NULL)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE depreciation_books DROP CONSTRAINT depreciation_books_posted_stays_open, DROP closed_on
    `)
  }
}
