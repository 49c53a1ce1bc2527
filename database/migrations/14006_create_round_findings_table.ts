import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_findings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        round_id BIGINT UNSIGNED NOT NULL,
        line_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        team_id BIGINT UNSIGNED NOT NULL,
        client_uuid CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'given by the telephone; the same finding lands once',
        content_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of what was sent under that uuid',
        found_by BIGINT UNSIGNED NOT NULL,
        result VARCHAR(10) CHARACTER SET ascii NOT NULL,
        facts JSON NOT NULL COMMENT 'facts that differ, or all facts of an extra one',
        note VARCHAR(500) NULL,
        condition_score SMALLINT UNSIGNED NULL COMMENT '1 ruin … 5 as new',
        occupant VARCHAR(200) NULL COMMENT 'who was seen there, as told',
        base_version INT UNSIGNED NULL COMMENT 'version of the asset the finder looked at',
        line_version INT UNSIGNED NULL COMMENT 'version of the line he looked at',
        latitude DECIMAL(10,7) NULL,
        longitude DECIMAL(10,7) NULL,
        accuracy_m DECIMAL(8,2) NULL,
        distance_m DECIMAL(10,2) NULL COMMENT 'from the asset as recorded',
        photos_promised SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        desk_reason VARCHAR(300) NULL COMMENT 'why nobody went there; NULL: a visit',
        captured_at DATETIME(3) NOT NULL COMMENT 'by the clock of the telephone, UTC',
        received_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY round_findings_uuid (client_uuid),
        KEY round_findings_line (line_id, id),
        KEY round_findings_round (round_id, team_id, received_at),
        CONSTRAINT round_findings_round_fk FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT round_findings_line_fk FOREIGN KEY (line_id) REFERENCES round_lines (id),
        CONSTRAINT round_findings_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT round_findings_team_fk FOREIGN KEY (team_id, round_id) REFERENCES round_teams (id, round_id),
        CONSTRAINT round_findings_result CHECK (result IN ('found', 'different', 'not_found', 'extra')),
        CONSTRAINT round_findings_score CHECK (condition_score IS NULL OR condition_score BETWEEN 1 AND 5),
        CONSTRAINT round_findings_desk CHECK (desk_reason IS NULL OR CHAR_LENGTH(desk_reason) >= 5),
        CONSTRAINT round_findings_not_found_by_visit CHECK (result <> 'not_found' OR desk_reason IS NULL)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('round_findings')
  }
}
