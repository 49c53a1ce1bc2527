import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE assets (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'permanent, with check character',
        unit_id BIGINT UNSIGNED NOT NULL,
        class_id BIGINT UNSIGNED NOT NULL,
        parent_id BIGINT UNSIGNED NULL,
        site_no VARCHAR(60) NOT NULL COMMENT 'the unit''s own number of the site',
        name VARCHAR(200) NOT NULL,
        street VARCHAR(200) NOT NULL DEFAULT '',
        street_grade VARCHAR(20) CHARACTER SET ascii NULL,
        latitude DECIMAL(10,7) NULL,
        longitude DECIMAL(10,7) NULL,
        width_m DECIMAL(9,2) NULL,
        height_m DECIMAL(9,2) NULL,
        area_m2 DECIMAL(16,3) NULL,
        faces SMALLINT UNSIGNED NULL,
        is_in_use TINYINT(1) NULL COMMENT 'NULL: nobody looked yet',
        in_use_source VARCHAR(80) NULL,
        in_use_on DATE NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'active',
        search_text VARCHAR(600) NOT NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        UNIQUE KEY assets_code (code),
        UNIQUE KEY assets_site (unit_id, site_no),
        KEY assets_class (unit_id, class_id),
        KEY assets_use (unit_id, is_in_use),
        KEY assets_import (import_id),
        FULLTEXT KEY assets_search (search_text),
        CONSTRAINT assets_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT assets_class_fk FOREIGN KEY (class_id) REFERENCES asset_classes (id),
        CONSTRAINT assets_parent_fk FOREIGN KEY (parent_id) REFERENCES assets (id),
        CONSTRAINT assets_status CHECK (status IN ('active', 'retired')),
        CONSTRAINT assets_point CHECK ((latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('assets')
  }
}
