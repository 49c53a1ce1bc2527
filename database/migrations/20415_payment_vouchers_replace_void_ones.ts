import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_vouchers
        ADD replaces_id BIGINT UNSIGNED NULL COMMENT 'the void form that it was written in place of',
        ADD UNIQUE KEY payment_vouchers_replaced_once (replaces_id),
        ADD CONSTRAINT payment_vouchers_replaces_fk FOREIGN KEY (replaces_id) REFERENCES payment_vouchers (id)
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE payment_vouchers DROP FOREIGN KEY payment_vouchers_replaces_fk, DROP KEY payment_vouchers_replaced_once, DROP replaces_id'
    )
  }
}
