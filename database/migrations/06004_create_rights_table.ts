import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE rights (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        party_id BIGINT UNSIGNED NOT NULL,
        right_no VARCHAR(60) NOT NULL COMMENT 'licence or lease number',
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NOT NULL COMMENT 'first day on which it no longer holds',
        status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'active',
        billing VARCHAR(10) CHARACTER SET ascii NOT NULL,
        period_amount DECIMAL(18,2) NOT NULL COMMENT 'due for one billing period',
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        UNIQUE KEY rights_no (unit_id, right_no),
        KEY rights_asset (asset_id, valid_from, valid_to),
        KEY rights_party (party_id),
        KEY rights_expiry (unit_id, status, valid_to),
        KEY rights_import (import_id),
        CONSTRAINT rights_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT rights_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT rights_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT rights_kind CHECK (kind IN ('licence', 'lease', 'usufruct')),
        CONSTRAINT rights_status CHECK (status IN ('draft', 'active', 'suspended', 'terminated')),
        CONSTRAINT rights_billing CHECK (billing IN ('monthly', 'quarterly', 'annual')),
        CONSTRAINT rights_dates CHECK (valid_to > valid_from),
        CONSTRAINT rights_amount CHECK (period_amount >= 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('rights')
  }
}
