import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE register_transactions
        ADD live_cancels_id BIGINT UNSIGNED AS (IF(status IN ('draft', 'proposed', 'approved'), cancels_id, NULL)) PERSISTENT COMMENT 'a refused cancellation may be asked again',
        ADD UNIQUE KEY register_transactions_live_cancels (live_cancels_id),
        DROP KEY register_transactions_cancels,
        ADD KEY register_transactions_cancelled (cancels_id)
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE register_transactions DROP KEY register_transactions_live_cancels, DROP live_cancels_id, DROP KEY register_transactions_cancelled, ADD UNIQUE KEY register_transactions_cancels (cancels_id)'
    )
  }
}
