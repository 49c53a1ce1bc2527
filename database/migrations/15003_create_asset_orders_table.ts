import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_orders (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        kind VARCHAR(14) CHARACTER SET ascii NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        asset_id BIGINT UNSIGNED NULL COMMENT 'NULL for a depreciation run: every asset of the unit',
        effective_on DATE NOT NULL COMMENT 'last day of the month of a depreciation run',
        amount DECIMAL(18,2) NULL COMMENT 'cost, new value or price; of a run what it came to',
        salvage DECIMAL(18,2) NULL,
        life_months SMALLINT UNSIGNED NULL COMMENT 'NULL: as the dated method says',
        decision_no VARCHAR(60) NULL,
        decision_on DATE NULL,
        valuation_id BIGINT UNSIGNED NULL,
        reason VARCHAR(500) NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        refusal VARCHAR(500) NULL,
        document_hash BINARY(32) NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        UNIQUE KEY asset_orders_number (unit_id, fiscal_year, number),
        UNIQUE KEY asset_orders_entry (ledger_entry_id),
        KEY asset_orders_waiting (unit_id, status, id),
        KEY asset_orders_asset (asset_id),
        CONSTRAINT asset_orders_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT asset_orders_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT asset_orders_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT asset_orders_kind CHECK (kind IN ('capitalisation', 'revaluation', 'disposal', 'depreciation')),
        CONSTRAINT asset_orders_status CHECK (status IN ('proposed', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT asset_orders_subject CHECK ((kind = 'depreciation') = (asset_id IS NULL)),
        CONSTRAINT asset_orders_amount CHECK (amount IS NULL OR amount >= 0),
        CONSTRAINT asset_orders_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT asset_orders_decided CHECK ((status IN ('approved', 'refused')) = (decided_by IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_orders')
  }
}
