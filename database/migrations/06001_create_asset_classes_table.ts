import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_classes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        parent_id BIGINT UNSIGNED NULL,
        name_ar VARCHAR(120) NOT NULL,
        name_en VARCHAR(120) NOT NULL,
        purpose VARCHAR(20) CHARACTER SET ascii NOT NULL COMMENT 'advertising, occupancy, market, land, building, …',
        sort_order SMALLINT NOT NULL DEFAULT 0,
        UNIQUE KEY asset_classes_code (code),
        CONSTRAINT asset_classes_parent_fk FOREIGN KEY (parent_id) REFERENCES asset_classes (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_classes')
  }
}
