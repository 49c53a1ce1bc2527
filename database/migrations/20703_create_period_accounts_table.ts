import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE period_accounts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        span VARCHAR(8) CHARACTER SET ascii NOT NULL,
        first_day DATE NOT NULL,
        last_day DATE NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        debit DECIMAL(18,2) NOT NULL DEFAULT 0,
        credit DECIMAL(18,2) NOT NULL DEFAULT 0,
        document_hash BINARY(32) NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        submitted_by BIGINT UNSIGNED NULL,
        submitted_at DATETIME(3) NULL,
        controller_by BIGINT UNSIGNED NULL COMMENT 'first signature: مراقب الحسابات',
        controller_at DATETIME(3) NULL,
        manager_by BIGINT UNSIGNED NULL COMMENT 'second: مدير الحسابات',
        manager_at DATETIME(3) NULL,
        head_by BIGINT UNSIGNED NULL COMMENT 'third: رئيس المصلحة',
        head_at DATETIME(3) NULL,
        return_reason VARCHAR(500) NULL COMMENT 'why it was last sent one step back',
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY period_accounts_once (unit_id, span, first_day),
        UNIQUE KEY period_accounts_number (unit_id, fiscal_year, number),
        CONSTRAINT period_accounts_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT period_accounts_span CHECK (span IN ('month', 'quarter', 'year')),
        CONSTRAINT period_accounts_days CHECK (DAYOFMONTH(first_day) = 1 AND last_day > first_day),
        CONSTRAINT period_accounts_status CHECK (status IN ('draft', 'submitted', 'controlled', 'managed', 'signed')),
        CONSTRAINT period_accounts_balanced CHECK (debit = credit),
        CONSTRAINT period_accounts_submitted CHECK ((status <> 'draft') = (submitted_by IS NOT NULL) AND (status <> 'draft') = (document_hash IS NOT NULL)),
        CONSTRAINT period_accounts_first CHECK ((status IN ('controlled', 'managed', 'signed')) = (controller_by IS NOT NULL)),
        CONSTRAINT period_accounts_second CHECK ((status IN ('managed', 'signed')) = (manager_by IS NOT NULL)),
        CONSTRAINT period_accounts_third CHECK ((status = 'signed') = (head_by IS NOT NULL)),
        CONSTRAINT period_accounts_people CHECK (
          (controller_by IS NULL OR controller_by <> submitted_by)
          AND (manager_by IS NULL OR manager_by NOT IN (submitted_by, controller_by))
          AND (head_by IS NULL OR head_by NOT IN (submitted_by, controller_by, manager_by)))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('period_accounts')
  }
}
