import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bills (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        source VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        source_id BIGINT UNSIGNED NOT NULL COMMENT 'case, right, instalment or legalisation file, by the source',
        period DATE NOT NULL COMMENT 'first day of the month it is for',
        sequence SMALLINT UNSIGNED NOT NULL COMMENT '1, then 2, 3 … where more was found due for the same month',
        accrued DECIMAL(18,2) NOT NULL COMMENT 'what it bills of the month',
        credit_used DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'of earlier bills of the source that were too high',
        days SMALLINT UNSIGNED NULL,
        charge_id BIGINT UNSIGNED NULL COMMENT 'NULL where credit covered all of it',
        basis VARCHAR(300) NOT NULL,
        billed_in DATE NOT NULL COMMENT 'first day of the month whose billing made it',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY bills_once (source, source_id, period, sequence),
        UNIQUE KEY bills_charge (charge_id),
        KEY bills_unit (unit_id, period, id),
        CONSTRAINT bills_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT bills_charge_fk FOREIGN KEY (charge_id) REFERENCES charges (id),
        CONSTRAINT bills_source CHECK (source IN ('usage', 'holdover', 'rent', 'instalment', 'examination', 'inspection', 'price')),
        CONSTRAINT bills_amounts CHECK (accrued > 0 AND credit_used >= 0 AND credit_used <= accrued),
        CONSTRAINT bills_charged CHECK ((charge_id IS NULL) = (credit_used = accrued)),
        CONSTRAINT bills_period CHECK (DAYOFMONTH(period) = 1 AND DAYOFMONTH(billed_in) = 1)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bills')
  }
}
