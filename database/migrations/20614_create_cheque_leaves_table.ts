import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE cheque_leaves (
        book_id BIGINT UNSIGNED NOT NULL,
        bank_account_id BIGINT UNSIGNED NOT NULL,
        number BIGINT UNSIGNED NOT NULL,
        status VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'blank',
        amount DECIMAL(18,2) NULL,
        payee_name VARCHAR(200) NULL,
        ended_on DATE NULL COMMENT 'used, voided or found missing on',
        reason VARCHAR(300) NULL COMMENT 'why void; of a missing one the number of the police report',
        changed_by BIGINT UNSIGNED NULL,
        PRIMARY KEY (bank_account_id, number),
        KEY cheque_leaves_book (book_id, number),
        CONSTRAINT cheque_leaves_book_fk FOREIGN KEY (book_id) REFERENCES cheque_books (id),
        CONSTRAINT cheque_leaves_status CHECK (status IN ('blank', 'used', 'void', 'missing')),
        CONSTRAINT cheque_leaves_used CHECK ((amount IS NULL) = (payee_name IS NULL) AND (status <> 'used' OR amount > 0) AND (status IN ('used', 'void') OR amount IS NULL)),
        CONSTRAINT cheque_leaves_ended CHECK ((status = 'blank') = (ended_on IS NULL)),
        CONSTRAINT cheque_leaves_reason CHECK ((status IN ('void', 'missing')) = (reason IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('cheque_leaves')
  }
}
