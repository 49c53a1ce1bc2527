import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE daily_reckonings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        day DATE NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        opening_count INT NOT NULL DEFAULT 0 COMMENT 'since July, up to the day before',
        opening_gross DECIMAL(18,2) NOT NULL DEFAULT 0,
        opening_deductions DECIMAL(18,2) NOT NULL DEFAULT 0,
        opening_net DECIMAL(18,2) NOT NULL DEFAULT 0,
        forms_count INT NOT NULL DEFAULT 0 COMMENT 'of book 55; below zero: more were taken back than posted',
        forms_gross DECIMAL(18,2) NOT NULL DEFAULT 0,
        forms_deductions DECIMAL(18,2) NOT NULL DEFAULT 0,
        forms_net DECIMAL(18,2) NOT NULL DEFAULT 0,
        entries_count INT NOT NULL DEFAULT 0 COMMENT 'of book 224',
        entries_gross DECIMAL(18,2) NOT NULL DEFAULT 0,
        entries_deductions DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'تسويات',
        entries_net DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'صرفيات',
        explanation VARCHAR(500) NULL COMMENT 'why the two books differ',
        document_hash BINARY(32) NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        cashier_by BIGINT UNSIGNED NULL COMMENT 'first signature: الصراف',
        cashier_at DATETIME(3) NULL,
        accountant_by BIGINT UNSIGNED NULL COMMENT 'second: المحاسب',
        accountant_at DATETIME(3) NULL,
        head_by BIGINT UNSIGNED NULL COMMENT 'third: رئيس الحسابات',
        head_at DATETIME(3) NULL,
        return_reason VARCHAR(500) NULL,
        withdrawn_by BIGINT UNSIGNED NULL COMMENT 'who last took it back after it was signed by all',
        withdraw_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY daily_reckonings_once (unit_id, day),
        UNIQUE KEY daily_reckonings_number (unit_id, fiscal_year, number),
        CONSTRAINT daily_reckonings_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT daily_reckonings_status CHECK (status IN ('draft', 'counted', 'checked', 'signed')),
        CONSTRAINT daily_reckonings_frozen CHECK ((status = 'draft') = (document_hash IS NULL)),
        CONSTRAINT daily_reckonings_first CHECK ((status <> 'draft') = (cashier_by IS NOT NULL) AND (cashier_by IS NULL) = (cashier_at IS NULL)),
        CONSTRAINT daily_reckonings_second CHECK ((status IN ('checked', 'signed')) = (accountant_by IS NOT NULL) AND (accountant_by IS NULL) = (accountant_at IS NULL)),
        CONSTRAINT daily_reckonings_third CHECK ((status = 'signed') = (head_by IS NOT NULL) AND (head_by IS NULL) = (head_at IS NULL)),
        CONSTRAINT daily_reckonings_people CHECK (
          (cashier_by IS NULL OR cashier_by <> made_by)
          AND (accountant_by IS NULL OR accountant_by <> cashier_by)
          AND (head_by IS NULL OR head_by NOT IN (made_by, cashier_by, accountant_by))),
        CONSTRAINT daily_reckonings_add_up CHECK (
          opening_gross = opening_deductions + opening_net AND forms_gross = forms_deductions + forms_net
          AND entries_gross = entries_deductions + entries_net),
        CONSTRAINT daily_reckonings_agrees CHECK (status = 'draft' OR explanation IS NOT NULL
          OR (forms_count = entries_count AND forms_gross = entries_gross AND forms_net = entries_net))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('daily_reckonings')
  }
}
