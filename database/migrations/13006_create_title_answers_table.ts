import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE title_answers (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        case_id BIGINT UNSIGNED NOT NULL,
        episode SMALLINT UNSIGNED NOT NULL,
        verdict VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'manifest: no paper plausibly supports him',
        reasons VARCHAR(2000) NOT NULL,
        answered_by BIGINT UNSIGNED NOT NULL,
        answered_on DATE NOT NULL,
        document_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the answer and of the scans it rests on',
        recorded_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY title_answers_case (case_id, episode, id),
        CONSTRAINT title_answers_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id),
        CONSTRAINT title_answers_verdict CHECK (verdict IN ('manifest', 'arguable'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('title_answers')
  }
}
