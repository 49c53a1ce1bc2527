import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE deduction_rates (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        payment_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(20) CHARACTER SET ascii NOT NULL COMMENT 'withholding, vat_withheld, stamp, stamp_extra, insurance, penalty, advance, retention',
        name_ar VARCHAR(120) NOT NULL,
        name_en VARCHAR(120) NOT NULL,
        method VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'rate of a base, a multiple of another deduction, or an amount stated with its paper',
        base VARCHAR(12) CHARACTER SET ascii NULL COMMENT 'before VAT, VAT itself, or all of it',
        of_kind VARCHAR(20) CHARACTER SET ascii NULL COMMENT 'of which deduction it is a multiple',
        rate DECIMAL(10,6) NULL COMMENT 'share of the base (0.01 = 1 %), or the multiple',
        applies_above DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'nothing is deducted up to this base',
        exempt DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'first part of the base that is free',
        round_to DECIMAL(18,2) NOT NULL DEFAULT 0.01 COMMENT 'halves away from zero, to a multiple of this',
        sort_order SMALLINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL COMMENT 'first day on which it no longer holds',
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0 COMMENT '0: to be confirmed by a finance officer',
        UNIQUE KEY deduction_rates_once (payment_type, kind, valid_from),
        CONSTRAINT deduction_rates_type_fk FOREIGN KEY (payment_type) REFERENCES payment_types (code),
        CONSTRAINT deduction_rates_kind CHECK (kind IN ('withholding', 'vat_withheld', 'stamp', 'stamp_extra', 'insurance', 'penalty', 'advance', 'retention', 'other')),
        CONSTRAINT deduction_rates_method CHECK ((method = 'rate' AND base IS NOT NULL AND rate > 0 AND of_kind IS NULL) OR (method = 'multiple' AND base IS NULL AND rate > 0 AND of_kind IS NOT NULL) OR (method = 'stated' AND base IS NULL AND rate IS NULL AND of_kind IS NULL)),
        CONSTRAINT deduction_rates_base CHECK (base IS NULL OR base IN ('before_vat', 'vat', 'gross')),
        CONSTRAINT deduction_rates_amounts CHECK (applies_above >= 0 AND exempt >= 0 AND round_to > 0),
        CONSTRAINT deduction_rates_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('deduction_rates')
  }
}
