import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE year_closings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        attempt SMALLINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'raised each time it is closed again after an undo',
        status VARCHAR(8) CHARACTER SET ascii NOT NULL,
        revenue DECIMAL(18,2) NOT NULL COMMENT 'of the year, before the closing entry',
        expense DECIMAL(18,2) NOT NULL,
        surplus DECIMAL(18,2) AS (revenue - expense) PERSISTENT,
        entry_id BIGINT UNSIGNED NULL COMMENT 'the closing entry; none when the year had neither revenue nor expense',
        document_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the final account and of the balances rolled over',
        closed_by BIGINT UNSIGNED NOT NULL,
        closed_at DATETIME(3) NOT NULL,
        approved_by BIGINT UNSIGNED NULL,
        approved_at DATETIME(3) NULL,
        decision_no VARCHAR(60) NULL,
        undo_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY year_closings_once (unit_id, fiscal_year),
        CONSTRAINT year_closings_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT year_closings_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT year_closings_status CHECK (status IN ('closed', 'undone', 'approved')),
        CONSTRAINT year_closings_approved CHECK ((status = 'approved') = (approved_by IS NOT NULL) AND (status <> 'approved' OR decision_no IS NOT NULL)),
        CONSTRAINT year_closings_two_people CHECK (approved_by IS NULL OR approved_by <> closed_by)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('year_closings')
  }
}
