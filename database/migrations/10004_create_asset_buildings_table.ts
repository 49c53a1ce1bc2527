import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_buildings (
        asset_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        floors SMALLINT NULL,
        units_count INT UNSIGNED NULL,
        gross_area_m2 DECIMAL(16,3) NULL,
        built_year SMALLINT NULL,
        structure VARCHAR(60) NULL,
        licence_no VARCHAR(60) NULL,
        CONSTRAINT asset_buildings_year CHECK (built_year IS NULL OR built_year BETWEEN 1000 AND 2200),
        CONSTRAINT asset_buildings_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_buildings')
  }
}
