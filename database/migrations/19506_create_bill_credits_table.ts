import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bill_credits (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        bill_id BIGINT UNSIGNED NOT NULL COMMENT 'the bill that was too high, and paid or being paid',
        amount DECIMAL(18,2) NOT NULL,
        reason VARCHAR(300) NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY bill_credits_bill (bill_id),
        KEY bill_credits_unit (unit_id, id),
        CONSTRAINT bill_credits_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT bill_credits_bill_fk FOREIGN KEY (bill_id) REFERENCES bills (id),
        CONSTRAINT bill_credits_amount CHECK (amount > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bill_credits')
  }
}
