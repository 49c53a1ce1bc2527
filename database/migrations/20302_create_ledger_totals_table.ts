import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE ledger_totals (
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL COMMENT 'first day of the month',
        account_id BIGINT UNSIGNED NOT NULL,
        fund_id BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: no fund',
        debit DECIMAL(18,2) NOT NULL,
        credit DECIMAL(18,2) NOT NULL,
        line_count BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (unit_id, month, account_id, fund_id),
        KEY ledger_totals_account (account_id, unit_id, month),
        CONSTRAINT ledger_totals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT ledger_totals_account_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT ledger_totals_month CHECK (DAYOFMONTH(month) = 1),
        CONSTRAINT ledger_totals_sides CHECK (debit >= 0 AND credit >= 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
    this.schema.raw(`
      INSERT INTO ledger_totals (unit_id, month, account_id, fund_id, debit, credit, line_count)
      SELECT unit_id, DATE_FORMAT(posted_on, '%Y-%m-01'), account_id, COALESCE(fund_id, 0), SUM(debit), SUM(credit), COUNT(*)
      FROM ledger_lines GROUP BY unit_id, DATE_FORMAT(posted_on, '%Y-%m-01'), account_id, COALESCE(fund_id, 0)
    `)
  }

  async down() {
    this.schema.dropTable('ledger_totals')
  }
}
