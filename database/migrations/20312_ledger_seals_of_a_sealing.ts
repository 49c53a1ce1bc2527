import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE ledger_seals
        ADD COLUMN sealing_id BIGINT UNSIGNED NULL COMMENT 'sealed with others of its posting; NULL: by itself'
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE ledger_seals DROP COLUMN sealing_id')
  }
}
