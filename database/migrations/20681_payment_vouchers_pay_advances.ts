import { BaseSchema } from '@adonisjs/lucid/schema'

/** A form 50 names the advance that it pays or replenishes; one form at a time pays an advance. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_vouchers
        ADD COLUMN advance_id BIGINT UNSIGNED NULL COMMENT 'advance that it pays or replenishes',
        ADD COLUMN paying_advance_id BIGINT UNSIGNED AS (IF(status <> 'void' AND payment_type LIKE 'advance%' AND payment_type <> 'advance_replenish', advance_id, NULL)) PERSISTENT,
        ADD UNIQUE KEY payment_vouchers_one_pays_an_advance (paying_advance_id),
        ADD KEY payment_vouchers_advance (advance_id),
        ADD CONSTRAINT payment_vouchers_advance_fk FOREIGN KEY (advance_id) REFERENCES advances (id)
    `)
    this.schema.raw(
      'UPDATE payment_vouchers v JOIN advances a ON a.voucher_id = v.id SET v.advance_id = a.id'
    )
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE payment_vouchers DROP CONSTRAINT payment_vouchers_advance_fk, DROP COLUMN paying_advance_id, DROP COLUMN advance_id'
    )
  }
}
