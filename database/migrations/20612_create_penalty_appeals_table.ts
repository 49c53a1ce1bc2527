import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE penalty_appeals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        penalty_id BIGINT UNSIGNED NOT NULL,
        venue VARCHAR(160) NOT NULL COMMENT 'committee or court before which it is',
        file_no VARCHAR(60) NOT NULL,
        filed_on DATE NOT NULL,
        outcome VARCHAR(10) CHARACTER SET ascii NULL,
        amount_before DECIMAL(18,2) NULL,
        amount_after DECIMAL(18,2) NULL,
        decision_no VARCHAR(60) NULL,
        decided_on DATE NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        decided_by BIGINT UNSIGNED NULL,
        ledger_entry_id BIGINT UNSIGNED NULL COMMENT 'what was given back of an executed one',
        open_penalty_id BIGINT UNSIGNED AS (IF(outcome IS NULL, penalty_id, NULL)) PERSISTENT,
        UNIQUE KEY penalty_appeals_one_open (open_penalty_id),
        KEY penalty_appeals_penalty (penalty_id, id),
        KEY penalty_appeals_unit (unit_id, id),
        CONSTRAINT penalty_appeals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT penalty_appeals_penalty_fk FOREIGN KEY (penalty_id) REFERENCES penalties (id),
        CONSTRAINT penalty_appeals_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT penalty_appeals_outcome CHECK (outcome IN ('upheld', 'reduced', 'cancelled')),
        CONSTRAINT penalty_appeals_decided CHECK ((outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (amount_after IS NULL) AND (outcome IS NULL) = (decision_no IS NULL)),
        CONSTRAINT penalty_appeals_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT penalty_appeals_amounts CHECK (outcome IS NULL OR (outcome = 'upheld' AND amount_after = amount_before) OR (outcome = 'reduced' AND amount_after > 0 AND amount_after < amount_before) OR (outcome = 'cancelled' AND amount_after = 0))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('penalty_appeals')
  }
}
