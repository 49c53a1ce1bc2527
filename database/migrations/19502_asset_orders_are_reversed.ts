import { BaseSchema } from '@adonisjs/lucid/schema'

/** A month of depreciation is taken back by an order of its own, once. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE asset_orders
        DROP CONSTRAINT asset_orders_kind, DROP CONSTRAINT asset_orders_subject,
        ADD reverses_id BIGINT UNSIGNED NULL COMMENT 'the depreciation that this one takes back',
        ADD live_reverses_id BIGINT UNSIGNED AS (IF(status IN ('proposed', 'approved'), reverses_id, NULL)) PERSISTENT,
        ADD UNIQUE KEY asset_orders_reversed_once (live_reverses_id),
        ADD CONSTRAINT asset_orders_reverses_fk FOREIGN KEY (reverses_id) REFERENCES asset_orders (id),
        ADD CONSTRAINT asset_orders_kind CHECK (kind IN ('capitalisation', 'revaluation', 'disposal', 'depreciation', 'reversal')),
        ADD CONSTRAINT asset_orders_subject CHECK ((kind IN ('depreciation', 'reversal')) = (asset_id IS NULL)),
        ADD CONSTRAINT asset_orders_reversal CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE asset_orders
        DROP CONSTRAINT asset_orders_reversal, DROP CONSTRAINT asset_orders_kind, DROP CONSTRAINT asset_orders_subject,
        DROP FOREIGN KEY asset_orders_reverses_fk, DROP KEY asset_orders_reversed_once, DROP live_reverses_id, DROP reverses_id,
        ADD CONSTRAINT asset_orders_kind CHECK (kind IN ('capitalisation', 'revaluation', 'disposal', 'depreciation')),
        ADD CONSTRAINT asset_orders_subject CHECK ((kind = 'depreciation') = (asset_id IS NULL))
    `)
  }
}
