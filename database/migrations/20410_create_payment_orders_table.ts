import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE payment_orders (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        voucher_id BIGINT UNSIGNED NOT NULL,
        bank_account_id BIGINT UNSIGNED NOT NULL COMMENT 'of the unit, from which is paid',
        method VARCHAR(8) CHARACTER SET ascii NOT NULL,
        cheque_no VARCHAR(40) NULL,
        amount DECIMAL(18,2) NOT NULL,
        payee_name VARCHAR(190) NOT NULL,
        payee_iban CHAR(29) CHARACTER SET ascii COLLATE ascii_bin NULL,
        status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'made',
        made_by BIGINT UNSIGNED NOT NULL,
        made_on DATE NOT NULL,
        first_signed_by BIGINT UNSIGNED NULL,
        first_signed_at DATETIME(3) NULL,
        second_signed_by BIGINT UNSIGNED NULL,
        second_signed_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was signed',
        bank_reference VARCHAR(120) NULL,
        bank_line_id BIGINT UNSIGNED NULL COMMENT 'of the statement that shows it paid',
        answered_on DATE NULL COMMENT 'the day the bank paid or refused',
        rejection VARCHAR(500) NULL,
        entry_id BIGINT UNSIGNED NULL,
        live_voucher_id BIGINT UNSIGNED AS (IF(status IN ('rejected', 'void'), NULL, voucher_id)) PERSISTENT,
        UNIQUE KEY payment_orders_number (unit_id, fiscal_year, number),
        UNIQUE KEY payment_orders_one_live (live_voucher_id),
        UNIQUE KEY payment_orders_bank_line (bank_line_id),
        UNIQUE KEY payment_orders_entry (entry_id),
        KEY payment_orders_voucher (voucher_id),
        KEY payment_orders_status (unit_id, status, made_on),
        CONSTRAINT payment_orders_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT payment_orders_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id),
        CONSTRAINT payment_orders_bank_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id),
        CONSTRAINT payment_orders_line_fk FOREIGN KEY (bank_line_id) REFERENCES bank_lines (id),
        CONSTRAINT payment_orders_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT payment_orders_amount CHECK (amount > 0),
        CONSTRAINT payment_orders_method CHECK ((method = 'order' AND payee_iban IS NOT NULL AND cheque_no IS NULL) OR (method = 'cheque' AND cheque_no IS NOT NULL)),
        CONSTRAINT payment_orders_status CHECK (status IN ('made', 'signed_first', 'signed', 'executed', 'rejected', 'void')),
        CONSTRAINT payment_orders_two_signatories CHECK ((first_signed_by IS NULL OR first_signed_by <> made_by) AND (second_signed_by IS NULL OR (second_signed_by <> made_by AND second_signed_by <> first_signed_by))),
        CONSTRAINT payment_orders_signed CHECK (status IN ('made', 'void') OR (first_signed_by IS NOT NULL AND document_hash IS NOT NULL AND (status = 'signed_first' OR second_signed_by IS NOT NULL))),
        CONSTRAINT payment_orders_answered CHECK ((status IN ('executed', 'rejected')) = (answered_on IS NOT NULL) AND (status <> 'executed' OR entry_id IS NOT NULL) AND (status <> 'rejected' OR rejection IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('payment_orders')
  }
}
