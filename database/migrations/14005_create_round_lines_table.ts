import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_lines (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        round_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NULL COMMENT 'NULL: found in the field and not in the register',
        class_id BIGINT UNSIGNED NOT NULL,
        asset_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        name VARCHAR(200) NOT NULL,
        street VARCHAR(200) NOT NULL DEFAULT '',
        latitude DECIMAL(10,7) NULL,
        longitude DECIMAL(10,7) NULL,
        cell INT AS (FLOOR(latitude * 100) * 100000 + FLOOR(longitude * 100)) PERSISTENT COMMENT 'hundredth-degree cell of its point',
        expected JSON NOT NULL COMMENT 'what the register said when the scope was frozen',
        base_version INT UNSIGNED NULL COMMENT 'version of the asset then',
        photos_required SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        gps_limit_m SMALLINT UNSIGNED NULL,
        team_id BIGINT UNSIGNED NULL,
        status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'listed',
        outcome VARCHAR(10) CHARACTER SET ascii NULL COMMENT 'what the last visit found',
        visits SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        finding_id BIGINT UNSIGNED NULL COMMENT 'the finding that stands',
        flags JSON NULL COMMENT 'what R21 says of the finding that stands',
        is_flagged TINYINT(1) NOT NULL DEFAULT 0,
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        decision_note VARCHAR(500) NULL,
        decided_version INT UNSIGNED NULL COMMENT 'version of the asset the decision looked at',
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY round_lines_asset (round_id, asset_id),
        KEY round_lines_status (round_id, status, id),
        KEY round_lines_team (round_id, team_id, status),
        KEY round_lines_street (round_id, street, id),
        KEY round_lines_cell (round_id, cell),
        KEY round_lines_of_asset (asset_id, round_id),
        CONSTRAINT round_lines_round_fk FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT round_lines_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT round_lines_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT round_lines_team_fk FOREIGN KEY (team_id, round_id) REFERENCES round_teams (id, round_id),
        CONSTRAINT round_lines_status_known CHECK (status IN ('listed', 'assigned', 'visited', 'submitted', 'extra_found', 'returned', 'verified', 'disputed', 'not_found', 'posted')),
        CONSTRAINT round_lines_outcome CHECK (outcome IS NULL OR outcome IN ('found', 'different', 'not_found', 'extra')),
        CONSTRAINT round_lines_assigned CHECK ((status = 'listed') = (team_id IS NULL)),
        CONSTRAINT round_lines_extra CHECK ((asset_code IS NULL) = (base_version IS NULL)),
        CONSTRAINT round_lines_decided CHECK ((status IN ('verified', 'disputed', 'not_found', 'posted')) <= (decided_by IS NOT NULL)),
        CONSTRAINT round_lines_seen CHECK ((status IN ('visited', 'submitted', 'extra_found', 'verified', 'disputed', 'not_found', 'posted')) <= (finding_id IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('round_lines')
  }
}
