import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_orders
        ADD COLUMN batch_id BIGINT UNSIGNED NULL COMMENT 'the file by which it goes to the bank' AFTER live_voucher_id,
        ADD KEY payment_orders_batch (batch_id),
        ADD KEY payment_orders_account (bank_account_id, status, amount),
        ADD CONSTRAINT payment_orders_batch_fk FOREIGN KEY (batch_id) REFERENCES order_batches (id)
    `)
  }

  async down() {
    this.schema.raw(
      `ALTER TABLE payment_orders DROP CONSTRAINT payment_orders_batch_fk, DROP KEY payment_orders_batch, DROP KEY payment_orders_account, DROP COLUMN batch_id`
    )
  }
}
