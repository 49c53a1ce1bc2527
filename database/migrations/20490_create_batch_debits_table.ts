import { BaseSchema } from '@adonisjs/lucid/schema'

/** One debit of a statement that paid the orders of a file together. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE batch_debits (
        bank_line_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        batch_id BIGINT UNSIGNED NOT NULL,
        order_count INT UNSIGNED NOT NULL,
        amount DECIMAL(18,2) NOT NULL COMMENT 'of the debit, positive: the sum of its orders',
        matched_by BIGINT UNSIGNED NULL COMMENT 'null for a file brought in on the command line',
        matched_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY batch_debits_batch (batch_id),
        UNIQUE KEY batch_debits_of_batch (bank_line_id, batch_id),
        CONSTRAINT batch_debits_line_fk FOREIGN KEY (bank_line_id) REFERENCES bank_lines (id),
        CONSTRAINT batch_debits_batch_fk FOREIGN KEY (batch_id) REFERENCES order_batches (id),
        CONSTRAINT batch_debits_of_something CHECK (order_count > 0 AND amount > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('batch_debits')
  }
}
