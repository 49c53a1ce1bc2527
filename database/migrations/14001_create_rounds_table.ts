import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE rounds (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'its lines lie in this unit and those below',
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
        title VARCHAR(200) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        cut_off_on DATE NOT NULL COMMENT 'the day whose state is counted',
        starts_on DATE NOT NULL COMMENT 'first day of field work',
        ends_on DATE NOT NULL COMMENT 'last day of field work',
        decision_no VARCHAR(60) NOT NULL COMMENT 'the decision that formed the committee',
        decision_on DATE NOT NULL,
        decision_authority VARCHAR(160) NOT NULL,
        scope JSON NOT NULL COMMENT 'what is counted: classes, units, states',
        scope_hash BINARY(32) NULL COMMENT 'SHA-256 of the frozen lines in their order',
        lines_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'lines frozen at the start',
        restricted_left_out INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'restricted assets that the scope leaves out',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        started_at DATETIME(3) NULL,
        approved_by BIGINT UNSIGNED NULL COMMENT 'who approved the differences',
        approved_at DATETIME(3) NULL,
        closed_by BIGINT UNSIGNED NULL,
        closed_at DATETIME(3) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY rounds_number (unit_id, fiscal_year, number),
        KEY rounds_status (unit_id, status, id),
        CONSTRAINT rounds_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT rounds_kind CHECK (kind IN ('full', 'class', 'movables', 'sample', 'recheck')),
        CONSTRAINT rounds_status_known CHECK (status IN ('draft', 'running', 'closed', 'cancelled')),
        CONSTRAINT rounds_dates CHECK (starts_on <= ends_on AND cut_off_on <= ends_on),
        CONSTRAINT rounds_started CHECK ((status IN ('running', 'closed')) <= (started_at IS NOT NULL)),
        CONSTRAINT rounds_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('rounds')
  }
}
