import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE settlements (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        batch_no VARCHAR(60) NOT NULL,
        provider VARCHAR(80) NOT NULL DEFAULT '',
        bank_account_id BIGINT UNSIGNED NOT NULL,
        settled_on DATE NOT NULL,
        gross DECIMAL(18,2) NOT NULL,
        commission DECIMAL(18,2) NOT NULL,
        net DECIMAL(18,2) NOT NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY settlements_batch (unit_id, batch_no),
        KEY settlements_day (unit_id, settled_on),
        KEY settlements_account (bank_account_id, settled_on),
        KEY settlements_import (import_id),
        CONSTRAINT settlements_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT settlements_account_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id),
        CONSTRAINT settlements_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT settlements_net CHECK (gross > 0 AND commission >= 0 AND net = gross - commission)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('settlements')
  }
}
