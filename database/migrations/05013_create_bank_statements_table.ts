import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bank_statements (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        bank_account_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        statement_no VARCHAR(40) NOT NULL,
        first_on DATE NULL,
        last_on DATE NULL,
        opening_balance DECIMAL(18,2) NULL,
        closing_balance DECIMAL(18,2) NULL,
        balances TINYINT(1) NULL COMMENT 'opening + lines = closing; NULL where the file gives no balances',
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY bank_statements_no (bank_account_id, statement_no, first_on),
        CONSTRAINT bank_statements_account_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bank_statements')
  }
}
