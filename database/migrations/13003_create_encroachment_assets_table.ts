import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE encroachment_assets (
        case_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        shared_area_m2 DECIMAL(18,4) NULL COMMENT 'true intersection on the belt grid; NULL: a point within it',
        PRIMARY KEY (case_id, asset_id),
        KEY encroachment_assets_asset (asset_id),
        CONSTRAINT encroachment_assets_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id) ON DELETE CASCADE,
        CONSTRAINT encroachment_assets_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('encroachment_assets')
  }
}
