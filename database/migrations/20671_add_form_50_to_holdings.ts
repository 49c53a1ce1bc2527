import { BaseSchema } from '@adonisjs/lucid/schema'

/** The form 50 that paid an advance, recovered a part of one, or deducted a penalty. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE advances
        ADD COLUMN voucher_id BIGINT UNSIGNED NULL COMMENT 'form 50 that paid it',
        ADD UNIQUE KEY advances_voucher (voucher_id),
        ADD CONSTRAINT advances_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id)
    `)
    this.schema.raw(`
      ALTER TABLE advance_settlements
        ADD COLUMN voucher_id BIGINT UNSIGNED NULL COMMENT 'form 50 off which it was recovered',
        ADD KEY advance_settlements_voucher (voucher_id),
        ADD CONSTRAINT advance_settlements_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id),
        ADD CONSTRAINT advance_settlements_recovered CHECK ((kind = 'recovered') = (voucher_id IS NOT NULL))
    `)
    this.schema.raw(`
      ALTER TABLE penalties
        ADD COLUMN voucher_id BIGINT UNSIGNED NULL COMMENT 'form 50 off which it was deducted',
        ADD KEY penalties_voucher (voucher_id),
        ADD CONSTRAINT penalties_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id),
        ADD CONSTRAINT penalties_by_invoice CHECK ((executed_via <=> 'invoice') = (voucher_id IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE penalties DROP CONSTRAINT penalties_by_invoice, DROP CONSTRAINT penalties_voucher_fk, DROP COLUMN voucher_id'
    )
    this.schema.raw(
      'ALTER TABLE advance_settlements DROP CONSTRAINT advance_settlements_recovered, DROP CONSTRAINT advance_settlements_voucher_fk, DROP COLUMN voucher_id'
    )
    this.schema.raw(
      'ALTER TABLE advances DROP CONSTRAINT advances_voucher_fk, DROP COLUMN voucher_id'
    )
  }
}
