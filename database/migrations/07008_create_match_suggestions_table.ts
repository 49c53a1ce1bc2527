import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE match_suggestions (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL,
        leg VARCHAR(20) CHARACTER SET ascii NOT NULL,
        rule VARCHAR(40) CHARACTER SET ascii NOT NULL,
        left_id BIGINT UNSIGNED NOT NULL COMMENT 'receipt, or bank line',
        right_id BIGINT UNSIGNED NOT NULL COMMENT 'charge, slip or settlement',
        amount DECIMAL(18,2) NOT NULL,
        evidence VARCHAR(255) NOT NULL DEFAULT '',
        state VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'open',
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        run_id BIGINT UNSIGNED NULL,
        UNIQUE KEY match_suggestions_pair (leg, left_id, right_id),
        KEY match_suggestions_unit (unit_id, month, state),
        CONSTRAINT match_suggestions_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT match_suggestions_leg CHECK (leg IN ('charge_receipt', 'slip_bank', 'settlement_bank')),
        CONSTRAINT match_suggestions_state CHECK (state IN ('open', 'accepted', 'refused', 'withdrawn'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('match_suggestions')
  }
}
