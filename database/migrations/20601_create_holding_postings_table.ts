import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE holding_postings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        event VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'document and step: guarantee.held',
        form VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        pair_no INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'an event may move several pairs of accounts',
        debit_code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL: the document names it',
        credit_code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL: the document names it',
        valid_from DATE NOT NULL DEFAULT '2000-07-01',
        valid_to DATE NULL,
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        UNIQUE KEY holding_postings_once (event, form, pair_no, valid_from),
        CONSTRAINT holding_postings_debit_fk FOREIGN KEY (debit_code) REFERENCES ledger_accounts (code),
        CONSTRAINT holding_postings_credit_fk FOREIGN KEY (credit_code) REFERENCES ledger_accounts (code),
        CONSTRAINT holding_postings_sides CHECK (debit_code IS NOT NULL OR credit_code IS NOT NULL),
        CONSTRAINT holding_postings_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('holding_postings')
  }
}
