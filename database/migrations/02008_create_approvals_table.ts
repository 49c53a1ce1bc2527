import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE approvals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        subject_type VARCHAR(40) CHARACTER SET ascii NOT NULL,
        subject_id BIGINT UNSIGNED NOT NULL,
        step VARCHAR(30) CHARACTER SET ascii NOT NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        decided_by BIGINT UNSIGNED NOT NULL,
        decision VARCHAR(10) CHARACTER SET ascii NOT NULL,
        reason VARCHAR(500) NULL,
        document_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of what was approved',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY approvals_subject (subject_type, subject_id),
        CONSTRAINT approvals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT approvals_decision CHECK (decision IN ('approved', 'refused')),
        CONSTRAINT approvals_maker_is_not_checker CHECK (made_by <> decided_by)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('approvals')
  }
}
