import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_areas (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        asset_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
        m2 DECIMAL(18,4) NOT NULL,
        as_written VARCHAR(120) NULL COMMENT 'feddan, qirat and sahm as the paper has them',
        document_id BIGINT UNSIGNED NULL,
        valid_from DATE NOT NULL,
        recorded_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
        transaction_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        KEY asset_areas_asset (asset_id, kind, valid_from, id),
        KEY asset_areas_import (import_id),
        CONSTRAINT asset_areas_kind CHECK (kind IN ('deed', 'survey', 'computed', 'planning')),
        CONSTRAINT asset_areas_positive CHECK (m2 > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_areas')
  }
}
