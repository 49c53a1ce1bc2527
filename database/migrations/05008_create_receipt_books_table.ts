import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE receipt_books (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        book_no VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        first_no INT UNSIGNED NOT NULL,
        last_no INT UNSIGNED NOT NULL,
        cashier_id BIGINT UNSIGNED NULL,
        issued_on DATE NULL,
        returned_on DATE NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY receipt_books_no (unit_id, book_no),
        CONSTRAINT receipt_books_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT receipt_books_cashier_fk FOREIGN KEY (cashier_id) REFERENCES cashiers (id),
        CONSTRAINT receipt_books_range CHECK (last_no >= first_no)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('receipt_books')
  }
}
