import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  /**
   * The full text index leaves out words of one and two letters: numbers of plots and basins, letters of
   * codes. Lengthened by two strokes each (` __47 __7`) they stand in it like other words.
   */
  async up() {
    this.schema.raw(`
      ALTER TABLE assets
        ADD short_words VARCHAR(300) AS (LEFT(REPLACE(REGEXP_REPLACE(CONCAT(' ', search_text), '( [^ ]{3,})+', ''), ' ', ' __'), 300)) PERSISTENT
          COMMENT 'words of one and two letters of search_text, lengthened for the full text index',
        DROP KEY assets_search,
        ADD FULLTEXT KEY assets_search (search_text, short_words)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE assets
        DROP KEY assets_search,
        DROP short_words,
        ADD FULLTEXT KEY assets_search (search_text)
    `)
  }
}
