import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE journal_lines (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        journal_id BIGINT UNSIGNED NOT NULL,
        account_id BIGINT UNSIGNED NOT NULL,
        debit DECIMAL(18,2) NOT NULL DEFAULT 0,
        credit DECIMAL(18,2) NOT NULL DEFAULT 0,
        memo VARCHAR(200) NULL,
        fund_id BIGINT UNSIGNED NULL,
        budget_line_id BIGINT UNSIGNED NULL,
        party_id BIGINT UNSIGNED NULL,
        asset_id BIGINT UNSIGNED NULL,
        centre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
        KEY journal_lines_journal (journal_id),
        CONSTRAINT journal_lines_journal_fk FOREIGN KEY (journal_id) REFERENCES journals (id),
        CONSTRAINT journal_lines_account_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT journal_lines_fund_fk FOREIGN KEY (fund_id) REFERENCES budget_codes (id),
        CONSTRAINT journal_lines_budget_line_fk FOREIGN KEY (budget_line_id) REFERENCES budget_lines (id),
        CONSTRAINT journal_lines_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT journal_lines_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT journal_lines_one_side CHECK (debit >= 0 AND credit >= 0 AND (debit = 0) <> (credit = 0))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('journal_lines')
  }
}
