import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE spatial_changes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        change_no VARCHAR(60) NOT NULL COMMENT 'number of the system of spatial changes',
        detected_on DATE NOT NULL,
        kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
        ground VARCHAR(12) CHARACTER SET ascii NOT NULL,
        place VARCHAR(300) NULL,
        licence_no VARCHAR(60) NULL COMMENT 'what the file says of a licence; screening decides',
        note VARCHAR(500) NULL,
        area_m2 DECIMAL(18,4) NULL,
        shape GEOMETRY NULL COMMENT 'longitude, latitude',
        outcome VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'what became of it when it came in',
        case_id BIGINT UNSIGNED NOT NULL,
        import_id BIGINT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY spatial_changes_no (change_no),
        KEY spatial_changes_unit (unit_id, detected_on),
        KEY spatial_changes_case (case_id),
        KEY spatial_changes_import (import_id),
        CONSTRAINT spatial_changes_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT spatial_changes_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id),
        CONSTRAINT spatial_changes_import_fk FOREIGN KEY (import_id) REFERENCES imports (id),
        CONSTRAINT spatial_changes_outcome CHECK (outcome IN ('opened', 'joined', 'reopened')),
        CONSTRAINT spatial_changes_kind CHECK (kind IN ('building', 'added_floor', 'fence', 'cultivation', 'excavation', 'fill', 'occupation', 'other')),
        CONSTRAINT spatial_changes_ground CHECK (ground IN ('agricultural', 'built', 'vacant'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('spatial_changes')
  }
}
