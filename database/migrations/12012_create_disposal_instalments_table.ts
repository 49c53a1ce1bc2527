import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE disposal_instalments (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        disposal_id BIGINT UNSIGNED NOT NULL,
        number SMALLINT UNSIGNED NOT NULL,
        due_on DATE NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        paid_on DATE NULL,
        receipt_id BIGINT UNSIGNED NULL COMMENT 'form 33 it was paid by',
        recorded_by BIGINT UNSIGNED NULL,
        UNIQUE KEY disposal_instalments_number (disposal_id, number),
        UNIQUE KEY disposal_instalments_receipt (receipt_id),
        KEY disposal_instalments_due (paid_on, due_on),
        CONSTRAINT disposal_instalments_disposal_fk FOREIGN KEY (disposal_id) REFERENCES disposals (id),
        CONSTRAINT disposal_instalments_receipt_fk FOREIGN KEY (receipt_id) REFERENCES receipts (id),
        CONSTRAINT disposal_instalments_amount CHECK (amount > 0),
        CONSTRAINT disposal_instalments_paid CHECK ((paid_on IS NULL) = (receipt_id IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('disposal_instalments')
  }
}
