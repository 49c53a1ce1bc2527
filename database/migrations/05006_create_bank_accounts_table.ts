import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bank_accounts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        account_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'IBAN or number, as on the statement, no spaces',
        name_ar VARCHAR(150) NOT NULL,
        name_en VARCHAR(150) NOT NULL DEFAULT '',
        bank_name VARCHAR(120) NOT NULL,
        purpose VARCHAR(20) CHARACTER SET ascii NOT NULL DEFAULT 'revenue',
        ledger_account_id BIGINT UNSIGNED NOT NULL,
        opened_on DATE NOT NULL,
        closed_on DATE NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY bank_accounts_no (account_no),
        KEY bank_accounts_unit (unit_id),
        CONSTRAINT bank_accounts_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT bank_accounts_ledger_fk FOREIGN KEY (ledger_account_id) REFERENCES ledger_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bank_accounts')
  }
}
