import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bank_answers (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        order_id BIGINT UNSIGNED NOT NULL,
        result VARCHAR(8) CHARACTER SET ascii NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        iban CHAR(29) CHARACTER SET ascii COLLATE ascii_bin NULL,
        reason VARCHAR(500) NULL,
        value_on DATE NOT NULL,
        bank_reference VARCHAR(120) NOT NULL DEFAULT '',
        import_id BIGINT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY bank_answers_once (order_id),
        KEY bank_answers_import (import_id),
        KEY bank_answers_unit (unit_id, value_on, id),
        CONSTRAINT bank_answers_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT bank_answers_order_fk FOREIGN KEY (order_id) REFERENCES payment_orders (id),
        CONSTRAINT bank_answers_result CHECK (result IN ('executed', 'rejected') AND (result = 'rejected') = (reason IS NOT NULL)),
        CONSTRAINT bank_answers_amount CHECK (amount > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bank_answers')
  }
}
