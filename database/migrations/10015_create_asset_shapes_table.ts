import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_shapes (
        asset_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        geometry_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
        level VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'land' COMMENT 'parcels of one level may not overlap',
        shape GEOMETRY NOT NULL COMMENT 'the current shape: longitude, latitude',
        area_m2 DECIMAL(18,4) NULL,
        SPATIAL KEY asset_shapes_shape (shape),
        KEY asset_shapes_unit (unit_id, kind),
        CONSTRAINT asset_shapes_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id) ON DELETE CASCADE,
        CONSTRAINT asset_shapes_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT asset_shapes_kind CHECK (kind IN ('point', 'polygon', 'line'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_shapes')
  }
}
