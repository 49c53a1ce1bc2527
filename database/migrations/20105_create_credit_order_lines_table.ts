import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE credit_order_lines (
        order_id BIGINT UNSIGNED NOT NULL,
        line_id BIGINT UNSIGNED NOT NULL,
        amount DECIMAL(18,2) NOT NULL COMMENT 'below zero: a revision that takes',
        PRIMARY KEY (order_id, line_id),
        KEY credit_order_lines_line (line_id),
        CONSTRAINT credit_order_lines_order_fk FOREIGN KEY (order_id) REFERENCES credit_orders (id) ON DELETE CASCADE,
        CONSTRAINT credit_order_lines_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT credit_order_lines_amount CHECK (amount <> 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('credit_order_lines')
  }
}
