import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bank_reconciliations (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        bank_account_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL COMMENT 'its first day',
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        stated_balance DECIMAL(18,2) NOT NULL COMMENT 'of the statement at the end of the month, as the bank gives it',
        statement_no VARCHAR(40) NOT NULL DEFAULT '',
        figures JSON NULL COMMENT 'as they were signed',
        difference DECIMAL(18,2) NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        made_by BIGINT UNSIGNED NOT NULL,
        first_signed_by BIGINT UNSIGNED NULL,
        first_signed_at DATETIME(3) NULL,
        second_signed_by BIGINT UNSIGNED NULL,
        second_signed_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL,
        return_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY bank_reconciliations_month (bank_account_id, month),
        UNIQUE KEY bank_reconciliations_number (unit_id, fiscal_year, number),
        CONSTRAINT bank_reconciliations_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT bank_reconciliations_bank_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id),
        CONSTRAINT bank_reconciliations_first_day CHECK (DAY(month) = 1),
        CONSTRAINT bank_reconciliations_status CHECK (status IN ('draft', 'signed', 'closed')),
        CONSTRAINT bank_reconciliations_signed CHECK (status = 'draft' OR (first_signed_by IS NOT NULL AND document_hash IS NOT NULL AND figures IS NOT NULL AND difference = 0)),
        CONSTRAINT bank_reconciliations_closed CHECK ((status = 'closed') = (second_signed_by IS NOT NULL) AND (second_signed_by IS NULL OR second_signed_by <> first_signed_by))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bank_reconciliations')
  }
}
