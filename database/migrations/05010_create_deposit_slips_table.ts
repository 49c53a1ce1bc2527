import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE deposit_slips (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        number VARCHAR(40) NOT NULL,
        bank_account_id BIGINT UNSIGNED NOT NULL,
        cashier_id BIGINT UNSIGNED NULL,
        deposited_on DATE NOT NULL,
        method VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'cash',
        amount DECIMAL(18,2) NOT NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY deposit_slips_number (unit_id, number),
        KEY deposit_slips_day (unit_id, deposited_on),
        KEY deposit_slips_account (bank_account_id, deposited_on),
        KEY deposit_slips_import (import_id),
        CONSTRAINT deposit_slips_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT deposit_slips_account_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id),
        CONSTRAINT deposit_slips_cashier_fk FOREIGN KEY (cashier_id) REFERENCES cashiers (id),
        CONSTRAINT deposit_slips_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT deposit_slips_amount CHECK (amount > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('deposit_slips')
  }
}
