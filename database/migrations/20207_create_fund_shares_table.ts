import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE fund_shares (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'whose fund it is, units below it included',
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        fund_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL COMMENT 'first day of the month of the revenue',
        base DECIMAL(18,2) NOT NULL COMMENT 'revenue of the fund in the month, as the ledger has it',
        rate DECIMAL(9,6) NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        legal_reference VARCHAR(255) NOT NULL COMMENT 'of the rate',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        effective_on DATE NULL,
        entry_id BIGINT UNSIGNED NULL COMMENT 'its entry in the ledger',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        approved_by BIGINT UNSIGNED NULL,
        approved_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was decided on',
        refusal VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        stands TINYINT(1) AS (IF(status IN ('proposed', 'approved'), 1, NULL)) PERSISTENT,
        UNIQUE KEY fund_shares_number (unit_id, fiscal_year, number),
        UNIQUE KEY fund_shares_once (unit_id, fund_id, month, stands),
        CONSTRAINT fund_shares_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT fund_shares_fund_fk FOREIGN KEY (fund_id) REFERENCES budget_codes (id),
        CONSTRAINT fund_shares_status CHECK (status IN ('proposed', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT fund_shares_amount CHECK (amount > 0 AND rate > 0 AND rate < 1 AND amount <= base),
        CONSTRAINT fund_shares_maker_is_not_checker CHECK (approved_by IS NULL OR approved_by <> made_by),
        CONSTRAINT fund_shares_decided CHECK (status IN ('proposed', 'withdrawn') OR (approved_by IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT fund_shares_posted CHECK ((status = 'approved') = (entry_id IS NOT NULL) AND (status = 'approved') = (effective_on IS NOT NULL)),
        CONSTRAINT fund_shares_refused CHECK ((status = 'refused') = (refusal IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('fund_shares')
  }
}
