import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE year_closing_lines (
        closing_id BIGINT UNSIGNED NOT NULL,
        account_id BIGINT UNSIGNED NOT NULL,
        debit DECIMAL(18,2) NOT NULL COMMENT 'balance of the year end, on its side',
        credit DECIMAL(18,2) NOT NULL,
        opening_debit DECIMAL(18,2) NOT NULL COMMENT 'what the next year opens with',
        opening_credit DECIMAL(18,2) NOT NULL,
        PRIMARY KEY (closing_id, account_id),
        CONSTRAINT year_closing_lines_parent_fk FOREIGN KEY (closing_id) REFERENCES year_closings (id),
        CONSTRAINT year_closing_lines_account_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT year_closing_lines_one_side CHECK ((debit = 0 OR credit = 0) AND (opening_debit = 0 OR opening_credit = 0))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('year_closing_lines')
  }
}
