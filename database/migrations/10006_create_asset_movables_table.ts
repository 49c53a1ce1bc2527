import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_movables (
        asset_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        plate VARCHAR(30) NULL,
        chassis_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        engine_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        serial_no VARCHAR(60) NULL,
        make VARCHAR(60) NULL,
        model VARCHAR(60) NULL,
        fuel VARCHAR(20) NULL,
        odometer_km INT UNSIGNED NULL,
        store VARCHAR(120) NULL,
        UNIQUE KEY asset_movables_plate (plate),
        UNIQUE KEY asset_movables_chassis (chassis_no),
        CONSTRAINT asset_movables_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_movables')
  }
}
