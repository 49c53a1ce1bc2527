import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_conditions (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        seen_on DATE NOT NULL,
        score TINYINT UNSIGNED NOT NULL COMMENT '1 ruin … 5 as new',
        defects VARCHAR(500) NULL,
        repair_cost DECIMAL(18,2) NULL,
        inspector VARCHAR(200) NOT NULL,
        recorded_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY asset_conditions_asset (asset_id, seen_on),
        KEY asset_conditions_unit (unit_id, seen_on),
        CONSTRAINT asset_conditions_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT asset_conditions_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT asset_conditions_score CHECK (score BETWEEN 1 AND 5),
        CONSTRAINT asset_conditions_cost CHECK (repair_cost IS NULL OR repair_cost >= 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_conditions')
  }
}
