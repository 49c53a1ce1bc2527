import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE report_runs (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(60) CHARACTER SET ascii NOT NULL,
        number VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        format VARCHAR(6) CHARACTER SET ascii NOT NULL,
        parameters JSON NOT NULL,
        as_of DATETIME(3) NOT NULL,
        figures_hash BINARY(32) NULL,
        seal VARCHAR(100) CHARACTER SET ascii NULL,
        file_id BIGINT UNSIGNED NULL,
        job_id BIGINT UNSIGNED NULL,
        state VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'waiting',
        error TEXT NULL,
        created_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY report_runs_number (number),
        KEY report_runs_unit (unit_id, id),
        CONSTRAINT report_runs_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT report_runs_file_fk FOREIGN KEY (file_id) REFERENCES stored_files (id),
        CONSTRAINT report_runs_state CHECK (state IN ('waiting', 'running', 'done', 'failed'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('report_runs')
  }
}
