import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE opening_balances (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        opened_on DATE NOT NULL COMMENT 'first day of the year it opens',
        account_id BIGINT UNSIGNED NOT NULL,
        fund_id BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: no fund',
        debit DECIMAL(18,2) NOT NULL,
        credit DECIMAL(18,2) NOT NULL,
        ledger_entry_id BIGINT UNSIGNED NOT NULL,
        import_id BIGINT UNSIGNED NOT NULL,
        UNIQUE KEY opening_balances_once (unit_id, opened_on, account_id, fund_id),
        KEY opening_balances_import (import_id),
        CONSTRAINT opening_balances_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT opening_balances_account_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT opening_balances_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT opening_balances_one_side CHECK (debit >= 0 AND credit >= 0 AND (debit = 0) <> (credit = 0)),
        CONSTRAINT opening_balances_first_day CHECK (MONTH(opened_on) = 7 AND DAYOFMONTH(opened_on) = 1)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('opening_balances')
  }
}
