import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bank_lines (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        bank_account_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        statement_no VARCHAR(40) NOT NULL DEFAULT '',
        booked_on DATE NOT NULL,
        value_on DATE NULL,
        amount DECIMAL(18,2) NOT NULL COMMENT 'credit positive, debit negative',
        reference VARCHAR(140) NOT NULL DEFAULT '',
        counterparty VARCHAR(200) NOT NULL DEFAULT '',
        narrative VARCHAR(500) NOT NULL DEFAULT '',
        identity BINARY(16) NOT NULL COMMENT 'hash of the row and of its place among equal rows of one file',
        ledger_entry_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY bank_lines_identity (bank_account_id, identity),
        KEY bank_lines_day (unit_id, booked_on, amount),
        KEY bank_lines_account (bank_account_id, booked_on),
        KEY bank_lines_import (import_id),
        CONSTRAINT bank_lines_account_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id),
        CONSTRAINT bank_lines_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT bank_lines_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bank_lines')
  }
}
