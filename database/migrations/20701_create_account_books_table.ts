import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE account_books (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        form_no VARCHAR(30) NOT NULL COMMENT 'as printed on the book: 39 ع.ح',
        name_ar VARCHAR(150) NOT NULL,
        name_en VARCHAR(150) NOT NULL,
        layout VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'lines: every line; accounts: one row an account; days: one row a day and account',
        carries VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'balance: each account net, across the years; year: both sides of the year so far',
        account_prefixes JSON NOT NULL COMMENT 'codes of accounts, or of the heading above them, begin with one of these',
        account_classes JSON NOT NULL,
        entry_kinds JSON NOT NULL COMMENT 'only lines of entries of these kinds; empty: of any',
        normal_side VARCHAR(6) CHARACTER SET ascii NOT NULL,
        sort_order SMALLINT UNSIGNED NOT NULL,
        legal_reference VARCHAR(190) NOT NULL DEFAULT '',
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        valid_from DATE NOT NULL DEFAULT '2000-07-01',
        valid_to DATE NULL,
        UNIQUE KEY account_books_code (code),
        CONSTRAINT account_books_layout CHECK (layout IN ('lines', 'accounts', 'days')),
        CONSTRAINT account_books_carries CHECK (carries IN ('balance', 'year')),
        CONSTRAINT account_books_side CHECK (normal_side IN ('debit', 'credit', 'both'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('account_books')
  }
}
