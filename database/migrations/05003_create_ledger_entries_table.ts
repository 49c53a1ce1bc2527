import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE ledger_entries (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        posted_on DATE NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number BIGINT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        kind VARCHAR(40) CHARACTER SET ascii NOT NULL,
        business_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'document + transition: posts once',
        description VARCHAR(255) NOT NULL,
        total DECIMAL(18,2) NOT NULL,
        reverses_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        created_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY ledger_entries_number (unit_id, fiscal_year, number),
        UNIQUE KEY ledger_entries_business (business_key),
        UNIQUE KEY ledger_entries_reverses (reverses_id),
        KEY ledger_entries_day (unit_id, posted_on),
        KEY ledger_entries_import (import_id),
        CONSTRAINT ledger_entries_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT ledger_entries_reverses_fk FOREIGN KEY (reverses_id) REFERENCES ledger_entries (id),
        CONSTRAINT ledger_entries_total CHECK (total > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('ledger_entries')
  }
}
