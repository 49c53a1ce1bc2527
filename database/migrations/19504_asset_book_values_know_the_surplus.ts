import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE asset_book_values
        ADD surplus DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'what revaluations left in the surplus for it',
        ADD CONSTRAINT asset_book_values_surplus CHECK (surplus >= 0)
    `)
    this.schema.raw(`
      UPDATE asset_book_values v JOIN (
        SELECT asset_id, book_id, SUM(surplus) AS surplus FROM asset_book_entries GROUP BY asset_id, book_id
      ) e ON e.asset_id = v.asset_id AND e.book_id = v.book_id SET v.surplus = e.surplus
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE asset_book_values DROP CONSTRAINT asset_book_values_surplus, DROP surplus
    `)
  }
}
