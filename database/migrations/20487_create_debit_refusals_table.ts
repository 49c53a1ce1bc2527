import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE debit_refusals (
        bank_line_id BIGINT UNSIGNED NOT NULL,
        order_id BIGINT UNSIGNED NOT NULL,
        refused_by BIGINT UNSIGNED NOT NULL,
        refused_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (bank_line_id, order_id),
        CONSTRAINT debit_refusals_line_fk FOREIGN KEY (bank_line_id) REFERENCES bank_lines (id),
        CONSTRAINT debit_refusals_order_fk FOREIGN KEY (order_id) REFERENCES payment_orders (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('debit_refusals')
  }
}
