import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE payment_vouchers (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'of form 50: gapless per unit and fiscal year',
        payment_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        purpose VARCHAR(500) NOT NULL,
        department VARCHAR(160) NULL COMMENT 'who states the due (section a)',
        due_on DATE NOT NULL COMMENT 'the day whose rates and papers hold',
        payee_name VARCHAR(190) NOT NULL,
        payee_iban CHAR(29) CHARACTER SET ascii COLLATE ascii_bin NULL,
        beneficiary_id BIGINT UNSIGNED NULL COMMENT 'of the book of beneficiaries, where it is known there',
        beneficiary_account_id BIGINT UNSIGNED NULL,
        commitment_id BIGINT UNSIGNED NULL,
        line_id BIGINT UNSIGNED NULL COMMENT 'the line charged; NULL: an account of the chart is',
        before_vat DECIMAL(18,2) NOT NULL,
        vat DECIMAL(18,2) NOT NULL,
        gross DECIMAL(18,2) NOT NULL,
        deductions DECIMAL(18,2) NOT NULL,
        net DECIMAL(18,2) NOT NULL,
        net_words VARCHAR(400) NOT NULL,
        status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        status_since DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'since when it waits',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        reviewed_by BIGINT UNSIGNED NULL,
        reviewed_on DATE NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was approved at the review',
        override_by BIGINT UNSIGNED NULL COMMENT 'who let it pass without all its papers',
        override_reason VARCHAR(500) NULL,
        book_55_no INT UNSIGNED NULL COMMENT 'gapless per unit and fiscal year; a void one keeps it',
        book_55_on DATE NULL,
        cleared_by BIGINT UNSIGNED NULL,
        cleared_on DATE NULL,
        book_224_no INT UNSIGNED NULL,
        posted_on DATE NULL,
        entry_id BIGINT UNSIGNED NULL,
        shelf VARCHAR(80) NULL COMMENT 'where the dossier stands',
        end_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY payment_vouchers_number (unit_id, fiscal_year, number),
        UNIQUE KEY payment_vouchers_book55 (unit_id, fiscal_year, book_55_no),
        UNIQUE KEY payment_vouchers_book224 (unit_id, fiscal_year, book_224_no),
        UNIQUE KEY payment_vouchers_entry (entry_id),
        KEY payment_vouchers_waiting (status, unit_id, status_since),
        KEY payment_vouchers_line (line_id, status),
        KEY payment_vouchers_commitment (commitment_id, status),
        KEY payment_vouchers_payee (payee_iban, gross),
        KEY payment_vouchers_beneficiary (beneficiary_id, gross),
        CONSTRAINT payment_vouchers_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT payment_vouchers_type_fk FOREIGN KEY (payment_type) REFERENCES payment_types (code),
        CONSTRAINT payment_vouchers_commitment_fk FOREIGN KEY (commitment_id) REFERENCES commitments (id),
        CONSTRAINT payment_vouchers_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT payment_vouchers_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT payment_vouchers_status CHECK (status IN ('draft', 'submitted', 'returned', 'reviewed', 'registered', 'cleared', 'posted', 'ordered', 'signed_first', 'signed', 'executed', 'rejected', 'archived', 'void')),
        CONSTRAINT payment_vouchers_amounts CHECK (before_vat > 0 AND vat >= 0 AND gross = before_vat + vat AND deductions >= 0 AND net >= 0 AND gross = deductions + net),
        CONSTRAINT payment_vouchers_charge CHECK (commitment_id IS NULL OR line_id IS NOT NULL),
        CONSTRAINT payment_vouchers_maker_is_not_checker CHECK ((reviewed_by IS NULL OR reviewed_by <> made_by) AND (cleared_by IS NULL OR cleared_by <> made_by) AND (override_by IS NULL OR override_by <> made_by)),
        CONSTRAINT payment_vouchers_override CHECK ((override_by IS NULL) = (override_reason IS NULL)),
        CONSTRAINT payment_vouchers_reviewed CHECK (status IN ('draft', 'submitted', 'returned', 'void') OR (reviewed_by IS NOT NULL AND reviewed_on IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT payment_vouchers_registered CHECK (status IN ('draft', 'submitted', 'returned', 'reviewed', 'void') OR (book_55_no IS NOT NULL AND book_55_on IS NOT NULL)),
        CONSTRAINT payment_vouchers_cleared CHECK (status IN ('draft', 'submitted', 'returned', 'reviewed', 'registered', 'void') OR cleared_by IS NOT NULL),
        CONSTRAINT payment_vouchers_posted CHECK (status IN ('draft', 'submitted', 'returned', 'reviewed', 'registered', 'cleared', 'void') OR (entry_id IS NOT NULL AND posted_on IS NOT NULL AND book_224_no IS NOT NULL)),
        CONSTRAINT payment_vouchers_void CHECK (status <> 'void' OR end_reason IS NOT NULL)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('payment_vouchers')
  }
}
