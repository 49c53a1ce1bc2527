import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_geometries (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        asset_id BIGINT UNSIGNED NOT NULL,
        version INT UNSIGNED NOT NULL,
        shape GEOMETRY NOT NULL COMMENT 'longitude, latitude on WGS84; SRID 0 in the database',
        source_srid INT UNSIGNED NOT NULL COMMENT 'EPSG code of the survey',
        source_coords MEDIUMTEXT NULL COMMENT 'as surveyed, untouched',
        transformation VARCHAR(80) NULL COMMENT 'which transformation made the shape of them',
        method VARCHAR(16) CHARACTER SET ascii NOT NULL DEFAULT 'imported',
        accuracy_m DECIMAL(8,3) NULL,
        surveyor VARCHAR(120) NULL,
        surveyed_on DATE NULL,
        area_m2 DECIMAL(18,4) NULL COMMENT 'on the ellipsoid',
        grid_area_m2 DECIMAL(18,4) NULL COMMENT 'on the grid of the survey',
        perimeter_m DECIMAL(18,4) NULL,
        valid_from DATE NOT NULL,
        recorded_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
        recorded_by BIGINT UNSIGNED NULL,
        transaction_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        UNIQUE KEY asset_geometries_version (asset_id, version),
        KEY asset_geometries_transaction (transaction_id),
        KEY asset_geometries_import (import_id),
        CONSTRAINT asset_geometries_method CHECK (method IN ('total_station', 'gnss_rtk', 'handheld', 'digitised', 'imported', 'derived'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_geometries')
  }
}
