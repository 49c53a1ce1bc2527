import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE budget_codes
        ADD COLUMN closed_by_import BIGINT UNSIGNED NULL COMMENT 'the tree whose later code ended this one' AFTER import_id
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE budget_codes DROP COLUMN closed_by_import')
  }
}
