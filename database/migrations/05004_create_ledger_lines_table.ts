import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE ledger_lines (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        entry_id BIGINT UNSIGNED NOT NULL,
        account_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        posted_on DATE NOT NULL,
        debit DECIMAL(18,2) NOT NULL DEFAULT 0,
        credit DECIMAL(18,2) NOT NULL DEFAULT 0,
        memo VARCHAR(200) NULL,
        KEY ledger_lines_entry (entry_id),
        KEY ledger_lines_account (account_id, unit_id, posted_on),
        CONSTRAINT ledger_lines_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT ledger_lines_account_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT ledger_lines_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT ledger_lines_one_side CHECK (debit >= 0 AND credit >= 0 AND (debit = 0) <> (credit = 0))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('ledger_lines')
  }
}
