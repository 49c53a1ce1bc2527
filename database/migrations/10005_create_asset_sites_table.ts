import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_sites (
        asset_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        orientation VARCHAR(20) NULL,
        lighting VARCHAR(40) NULL,
        power_meter_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        activities JSON NULL COMMENT 'activities allowed there; NULL: any',
        UNIQUE KEY asset_sites_meter (power_meter_no),
        CONSTRAINT asset_sites_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_sites')
  }
}
