import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE revenue_month_totals (
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL,
        head_id BIGINT UNSIGNED NOT NULL COMMENT '0: not under a known head',
        due_count INT UNSIGNED NOT NULL DEFAULT 0,
        due DECIMAL(18,2) NOT NULL DEFAULT 0,
        due_matched DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'of what was due this month, allocated receipts',
        collected_count INT UNSIGNED NOT NULL DEFAULT 0,
        collected DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'receipts of this month that are not void',
        deposited DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'of those, handed over with a slip or batch',
        banked DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'of those, found on a bank statement',
        run_id BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (unit_id, month, head_id),
        CONSTRAINT revenue_month_totals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('revenue_month_totals')
  }
}
