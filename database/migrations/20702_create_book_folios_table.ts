import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE book_folios (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        book_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL COMMENT 'first day of the month',
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit, book and fiscal year',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'open',
        brought_debit DECIMAL(18,2) NULL,
        brought_credit DECIMAL(18,2) NULL,
        debit DECIMAL(18,2) NULL,
        credit DECIMAL(18,2) NULL,
        carried_debit DECIMAL(18,2) NULL,
        carried_credit DECIMAL(18,2) NULL,
        line_count INT UNSIGNED NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of all rows and totals as they were closed',
        closed_by BIGINT UNSIGNED NULL COMMENT 'first signature: who crossed the lines out',
        closed_at DATETIME(3) NULL,
        audited_by BIGINT UNSIGNED NULL COMMENT 'second signature: head of accounts',
        audited_at DATETIME(3) NULL,
        reopen_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY book_folios_once (book_id, unit_id, month),
        UNIQUE KEY book_folios_number (unit_id, book_id, fiscal_year, number),
        CONSTRAINT book_folios_book_fk FOREIGN KEY (book_id) REFERENCES account_books (id),
        CONSTRAINT book_folios_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT book_folios_first_day CHECK (DAYOFMONTH(month) = 1),
        CONSTRAINT book_folios_status CHECK (status IN ('open', 'closed', 'audited')),
        CONSTRAINT book_folios_frozen CHECK ((status = 'open') = (document_hash IS NULL) AND (status = 'open') = (closed_by IS NULL) AND (status = 'open') = (carried_debit IS NULL)),
        CONSTRAINT book_folios_audited CHECK ((status = 'audited') = (audited_by IS NOT NULL)),
        CONSTRAINT book_folios_two_people CHECK (audited_by IS NULL OR audited_by <> closed_by),
        CONSTRAINT book_folios_carries CHECK (status = 'open' OR carried_debit - carried_credit = brought_debit - brought_credit + debit - credit)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('book_folios')
  }
}
