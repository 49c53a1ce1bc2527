import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE accounting_periods (
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL COMMENT 'first day of the month',
        state VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'open',
        decision_no VARCHAR(60) NULL,
        changed_by BIGINT UNSIGNED NULL,
        changed_at DATETIME(3) NULL,
        PRIMARY KEY (unit_id, month),
        CONSTRAINT accounting_periods_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT accounting_periods_state CHECK (state IN ('open', 'locked')),
        CONSTRAINT accounting_periods_first_day CHECK (DAYOFMONTH(month) = 1)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('accounting_periods')
  }
}
