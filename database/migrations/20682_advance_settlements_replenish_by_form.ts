import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was replenished rests on the form 50 that paid it back; each form counts once. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE advance_settlements
        DROP CONSTRAINT advance_settlements_recovered,
        ADD COLUMN replenishing_id BIGINT UNSIGNED AS (IF(kind = 'replenished', voucher_id, NULL)) PERSISTENT,
        ADD UNIQUE KEY advance_settlements_replenished_once (replenishing_id),
        ADD CONSTRAINT advance_settlements_by_form CHECK (IF(kind = 'recovered', voucher_id IS NOT NULL, kind = 'replenished' OR voucher_id IS NULL))
    `)
  }

  async down() {
    this.schema.raw(
      `ALTER TABLE advance_settlements DROP CONSTRAINT advance_settlements_by_form, DROP COLUMN replenishing_id,
        ADD CONSTRAINT advance_settlements_recovered CHECK ((kind = 'recovered') = (voucher_id IS NOT NULL))`
    )
  }
}
