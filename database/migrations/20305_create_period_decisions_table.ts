import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE period_decisions (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL COMMENT 'first day of the month',
        to_state VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'what the month becomes',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        decision_no VARCHAR(60) NOT NULL,
        decision_on DATE NOT NULL,
        reason VARCHAR(500) NOT NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        refusal VARCHAR(500) NULL,
        document_hash BINARY(32) NULL,
        KEY period_decisions_month (unit_id, month, id),
        KEY period_decisions_waiting (unit_id, status, id),
        CONSTRAINT period_decisions_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT period_decisions_first_day CHECK (DAYOFMONTH(month) = 1),
        CONSTRAINT period_decisions_to_state CHECK (to_state IN ('open', 'locked')),
        CONSTRAINT period_decisions_status CHECK (status IN ('proposed', 'approved', 'refused')),
        CONSTRAINT period_decisions_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT period_decisions_decided CHECK ((status = 'proposed') = (decided_by IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('period_decisions')
  }
}
