import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE reconciliation_runs (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL,
        run_no INT UNSIGNED NOT NULL COMMENT 'gapless per unit and month',
        state VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'running',
        job_id BIGINT UNSIGNED NULL,
        rules JSON NOT NULL COMMENT 'the rules as they stood',
        changed INT UNSIGNED NULL,
        figures LONGTEXT NULL COMMENT 'JSON: inputs, dispositions, differences',
        figures_hash BINARY(32) NULL,
        error TEXT NULL,
        created_by BIGINT UNSIGNED NULL,
        started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        finished_at DATETIME(3) NULL,
        UNIQUE KEY reconciliation_runs_no (unit_id, month, run_no),
        CONSTRAINT reconciliation_runs_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT reconciliation_runs_state CHECK (state IN ('running', 'done', 'failed'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('reconciliation_runs')
  }
}
