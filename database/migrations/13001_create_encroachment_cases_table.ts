import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE encroachment_cases (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        case_no VARCHAR(40) NOT NULL,
        episode SMALLINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'a relapse opens the same case again: 2, 3 …',
        status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'detected',
        status_since DATE NOT NULL,
        deadline_on DATE NULL COMMENT 'last day of the present step, by the dated setting',
        source VARCHAR(20) CHARACTER SET ascii NOT NULL,
        source_ref VARCHAR(80) NULL COMMENT 'number of the complaint, of the spatial change …',
        kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
        ground VARCHAR(12) CHARACTER SET ascii NOT NULL COMMENT 'which tariff of the usage charge holds',
        description VARCHAR(1000) NOT NULL,
        place VARCHAR(300) NULL,
        asset_id BIGINT UNSIGNED NULL,
        occupancy_id BIGINT UNSIGNED NULL COMMENT 'R17: the occupancy without a right that proposed it',
        party_id BIGINT UNSIGNED NULL,
        occupier_name VARCHAR(200) NOT NULL COMMENT '«غير معلوم» where nobody knows',
        folded_occupier VARCHAR(200) NOT NULL,
        area_m2 DECIMAL(18,4) NULL,
        detected_on DATE NOT NULL,
        possession_from DATE NULL COMMENT 'since when he holds it, as the minutes say',
        charged_to DATE NULL COMMENT 'first day for which no usage charge is due any more',
        duplicate_of BIGINT UNSIGNED NULL,
        closed_on DATE NULL,
        made_by BIGINT UNSIGNED NULL COMMENT 'NULL: the house itself or an import',
        screened_by BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        open_occupancy BIGINT UNSIGNED AS (IF(closed_on IS NULL, occupancy_id, NULL)) PERSISTENT,
        UNIQUE KEY encroachment_cases_no (unit_id, case_no),
        UNIQUE KEY encroachment_cases_source (unit_id, source, source_ref),
        UNIQUE KEY encroachment_cases_occupancy (open_occupancy),
        KEY encroachment_cases_state (unit_id, status, status_since),
        KEY encroachment_cases_asset (asset_id, status),
        KEY encroachment_cases_occupier (unit_id, folded_occupier),
        KEY encroachment_cases_import (import_id),
        CONSTRAINT encroachment_cases_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT encroachment_cases_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT encroachment_cases_occupancy_fk FOREIGN KEY (occupancy_id) REFERENCES occupancies (id),
        CONSTRAINT encroachment_cases_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT encroachment_cases_duplicate_fk FOREIGN KEY (duplicate_of) REFERENCES encroachment_cases (id),
        CONSTRAINT encroachment_cases_status CHECK (status IN ('detected', 'lawful', 'duplicate', 'unlawful', 'inspected', 'minuted', 'manifest', 'arguable', 'ordered', 'issued', 'notified', 'scheduled', 'executed', 'restored', 'handed_over', 'removed', 'filed', 'fees_paid', 'file_inspected', 'valued', 'accepted', 'rejected', 'grieved', 'contracted', 'settled', 'in_court', 'lost')),
        CONSTRAINT encroachment_cases_source_known CHECK (source IN ('inspection', 'complaint', 'change_detection', 'occupancy', 'round', 'portal')),
        CONSTRAINT encroachment_cases_kind CHECK (kind IN ('building', 'added_floor', 'fence', 'cultivation', 'excavation', 'fill', 'occupation', 'other')),
        CONSTRAINT encroachment_cases_ground CHECK (ground IN ('agricultural', 'built', 'vacant')),
        CONSTRAINT encroachment_cases_duplicate CHECK ((status = 'duplicate') = (duplicate_of IS NOT NULL)),
        CONSTRAINT encroachment_cases_closed CHECK ((status IN ('lawful', 'duplicate', 'removed', 'settled', 'lost')) = (closed_on IS NOT NULL)),
        CONSTRAINT encroachment_cases_area CHECK (area_m2 IS NULL OR area_m2 > 0),
        CONSTRAINT encroachment_cases_charged CHECK (charged_to IS NULL OR possession_from IS NULL OR charged_to >= possession_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('encroachment_cases')
  }
}
