import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A line of a statement proves one order alone, or orders of one batch together: only a debit of their
 * own batch lets orders share a line.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_orders
        ADD COLUMN batch_line_id BIGINT UNSIGNED NULL COMMENT 'the line, where it paid orders of the batch together' AFTER bank_line_id,
        ADD COLUMN alone_line_id BIGINT UNSIGNED AS (IF(batch_line_id IS NULL, bank_line_id, NULL)) PERSISTENT AFTER batch_line_id,
        ADD KEY payment_orders_shown_on (bank_line_id),
        DROP KEY payment_orders_bank_line,
        ADD UNIQUE KEY payment_orders_bank_line (alone_line_id),
        ADD KEY payment_orders_batch_debit (batch_line_id, batch_id),
        ADD CONSTRAINT payment_orders_batch_debit_fk FOREIGN KEY (batch_line_id, batch_id) REFERENCES batch_debits (bank_line_id, batch_id),
        ADD CONSTRAINT payment_orders_batch_line CHECK (batch_line_id IS NULL OR (batch_line_id <=> bank_line_id AND batch_id IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE payment_orders
        DROP CONSTRAINT payment_orders_batch_debit_fk, DROP CONSTRAINT payment_orders_batch_line,
        DROP KEY payment_orders_batch_debit, DROP KEY payment_orders_bank_line,
        ADD UNIQUE KEY payment_orders_bank_line (bank_line_id), DROP KEY payment_orders_shown_on,
        DROP COLUMN alone_line_id, DROP COLUMN batch_line_id
    `)
  }
}
