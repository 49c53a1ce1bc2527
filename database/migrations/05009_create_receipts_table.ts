import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE receipts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        book_id BIGINT UNSIGNED NOT NULL,
        number INT UNSIGNED NOT NULL,
        received_on DATE NOT NULL,
        method VARCHAR(10) CHARACTER SET ascii NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        head_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
        payer_name VARCHAR(200) NOT NULL DEFAULT '',
        payer_folded VARCHAR(200) NOT NULL DEFAULT '',
        payer_index BINARY(32) NULL COMMENT 'blind index of the national id or tax number written on it',
        payment_ref VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
        right_no VARCHAR(60) NULL COMMENT 'licence or lease number written on it',
        site_no VARCHAR(60) NULL,
        period DATE NULL COMMENT 'first day of the month it says it pays for',
        cheque_no VARCHAR(40) NULL,
        slip_no VARCHAR(40) NULL COMMENT 'deposit slip (37) it was handed over with',
        batch_no VARCHAR(60) NULL COMMENT 'electronic settlement batch',
        is_void TINYINT(1) NOT NULL DEFAULT 0,
        void_reason VARCHAR(255) NULL,
        note VARCHAR(255) NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY receipts_number (book_id, unit_id, number),
        KEY receipts_day (unit_id, received_on),
        KEY receipts_reference (unit_id, payment_ref, received_on),
        KEY receipts_slip (unit_id, slip_no, received_on),
        KEY receipts_batch (unit_id, batch_no, received_on),
        KEY receipts_cheque (cheque_no),
        KEY receipts_amount (id, amount),
        CONSTRAINT receipts_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT receipts_book_fk FOREIGN KEY (book_id) REFERENCES receipt_books (id),
        CONSTRAINT receipts_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT receipts_amount CHECK (amount > 0),
        CONSTRAINT receipts_method CHECK (method IN ('cash', 'cheque', 'electronic')),
        CONSTRAINT receipts_void_is_not_posted CHECK (is_void = 0 OR ledger_entry_id IS NULL OR void_reason IS NOT NULL)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('receipts')
  }
}
