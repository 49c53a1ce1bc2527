import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE virements ADD COLUMN entry_id BIGINT UNSIGNED NULL COMMENT 'of a transfer between funds: its two-sided entry' AFTER effective_on
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE virements DROP COLUMN entry_id')
  }
}
