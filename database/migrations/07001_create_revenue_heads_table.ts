import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE revenue_heads (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ar VARCHAR(120) NOT NULL,
        name_en VARCHAR(120) NOT NULL,
        purpose VARCHAR(20) CHARACTER SET ascii NOT NULL,
        ledger_account_id BIGINT UNSIGNED NOT NULL,
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        UNIQUE KEY revenue_heads_code (code),
        CONSTRAINT revenue_heads_account_fk FOREIGN KEY (ledger_account_id) REFERENCES ledger_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('revenue_heads')
  }
}
