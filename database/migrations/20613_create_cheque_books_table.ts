import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE cheque_books (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        bank_account_id BIGINT UNSIGNED NOT NULL,
        first_no BIGINT UNSIGNED NOT NULL,
        last_no BIGINT UNSIGNED NOT NULL,
        received_on DATE NOT NULL,
        received_by BIGINT UNSIGNED NOT NULL,
        holder_name VARCHAR(190) NULL COMMENT 'to whom it is issued',
        issued_on DATE NULL,
        issued_by BIGINT UNSIGNED NULL,
        KEY cheque_books_unit (unit_id, id),
        KEY cheque_books_account (bank_account_id, first_no),
        CONSTRAINT cheque_books_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT cheque_books_account_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id),
        CONSTRAINT cheque_books_range CHECK (last_no >= first_no AND last_no - first_no < 1000),
        CONSTRAINT cheque_books_issued CHECK ((issued_on IS NULL) = (holder_name IS NULL) AND (issued_on IS NULL) = (issued_by IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('cheque_books')
  }
}
