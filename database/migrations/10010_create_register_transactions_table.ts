import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE register_transactions (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        effective_on DATE NOT NULL COMMENT 'first day on which it holds in the world',
        decision_no VARCHAR(60) NULL,
        decision_on DATE NULL,
        decision_authority VARCHAR(160) NULL,
        legal_basis_id BIGINT UNSIGNED NULL,
        reason VARCHAR(500) NULL,
        proposal JSON NOT NULL COMMENT 'what is asked, as its kind reads it',
        findings JSON NULL COMMENT 'what the rules said when it was last judged',
        source_type VARCHAR(20) CHARACTER SET ascii NOT NULL DEFAULT 'page' COMMENT 'page, round, case, right, bulk',
        source_id BIGINT UNSIGNED NULL,
        cancels_id BIGINT UNSIGNED NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        proposed_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was proposed; the approval binds it',
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        refusal VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY register_transactions_number (unit_id, fiscal_year, number),
        UNIQUE KEY register_transactions_cancels (cancels_id),
        KEY register_transactions_waiting (unit_id, status, id),
        KEY register_transactions_source (source_type, source_id),
        CONSTRAINT register_transactions_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT register_transactions_basis_fk FOREIGN KEY (legal_basis_id) REFERENCES legal_bases (id),
        CONSTRAINT register_transactions_kind CHECK (kind IN ('create', 'split', 'merge', 'boundary', 'custody', 'allocation', 'reclassify', 'disposal', 'correction', 'verification', 'cancellation')),
        CONSTRAINT register_transactions_status CHECK (status IN ('draft', 'proposed', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT register_transactions_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT register_transactions_decided CHECK ((status IN ('approved', 'refused')) = (decided_by IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('register_transactions')
  }
}
