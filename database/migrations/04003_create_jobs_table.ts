import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE jobs (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        kind VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        queue VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'work',
        unit_id BIGINT UNSIGNED NULL,
        parent_id BIGINT UNSIGNED NULL COMMENT 'the flow this step belongs to; the parent runs after its children',
        payload JSON NOT NULL COMMENT 'ids only',
        effect_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'one live job per effect',
        state VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'waiting',
        progress TINYINT UNSIGNED NOT NULL DEFAULT 0,
        progress_note VARCHAR(255) NULL,
        attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        max_attempts SMALLINT UNSIGNED NOT NULL DEFAULT 5,
        fence BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'raised by each taker; an older holder is refused',
        lease_until DATETIME(3) NULL,
        result JSON NULL,
        error TEXT NULL,
        created_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        queued_at DATETIME(3) NULL,
        started_at DATETIME(3) NULL,
        finished_at DATETIME(3) NULL,
        live_effect VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin AS (IF(state IN ('waiting', 'queued', 'running'), effect_key, NULL)) PERSISTENT,
        UNIQUE KEY jobs_live_effect (live_effect),
        KEY jobs_state (state, id),
        KEY jobs_unit (unit_id, id),
        KEY jobs_kind (kind, id),
        KEY jobs_parent (parent_id, state),
        CONSTRAINT jobs_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT jobs_parent_fk FOREIGN KEY (parent_id) REFERENCES jobs (id),
        CONSTRAINT jobs_state_known CHECK (state IN ('waiting', 'queued', 'running', 'done', 'failed', 'cancelled')),
        CONSTRAINT jobs_progress CHECK (progress <= 100)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('jobs')
  }
}
