import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE usage_accruals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        case_id BIGINT UNSIGNED NOT NULL,
        episode SMALLINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NOT NULL COMMENT 'first day that it no longer covers',
        days INT UNSIGNED NOT NULL,
        area_m2 DECIMAL(18,4) NOT NULL,
        annual_rate DECIMAL(12,4) NOT NULL COMMENT 'pounds a year for one m² or one feddan, by the tariff',
        rate_of VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'm2 or feddan',
        per_day DECIMAL(18,2) NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        tariff VARCHAR(300) NOT NULL COMMENT 'legal reference of the tariff',
        recorded_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PERIOD FOR held (valid_from, valid_to),
        UNIQUE KEY usage_accruals_no_day_twice (case_id, held WITHOUT OVERLAPS),
        KEY usage_accruals_unit (unit_id, valid_from),
        CONSTRAINT usage_accruals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT usage_accruals_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id),
        CONSTRAINT usage_accruals_rate_of CHECK (rate_of IN ('m2', 'feddan')),
        CONSTRAINT usage_accruals_days CHECK (days = DATEDIFF(valid_to, valid_from)),
        CONSTRAINT usage_accruals_exact CHECK (amount = per_day * days AND per_day >= 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('usage_accruals')
  }
}
