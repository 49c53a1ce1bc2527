import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE ledger_accounts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ar VARCHAR(150) NOT NULL,
        name_en VARCHAR(150) NOT NULL,
        class VARCHAR(12) CHARACTER SET ascii NOT NULL,
        parent_code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
        is_postable TINYINT(1) NOT NULL DEFAULT 1,
        valid_from DATE NOT NULL DEFAULT '2000-07-01',
        valid_to DATE NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        UNIQUE KEY ledger_accounts_code (code),
        CONSTRAINT ledger_accounts_class CHECK (class IN ('revenue', 'expense', 'asset', 'liability', 'memo'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('ledger_accounts')
  }
}
