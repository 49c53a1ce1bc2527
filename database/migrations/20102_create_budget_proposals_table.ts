import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_proposals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        budget_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        issue SMALLINT UNSIGNED NOT NULL COMMENT 'a returned one is kept; the next begins as its copy',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        made_by BIGINT UNSIGNED NULL COMMENT 'NULL: an import nobody signed in for',
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        submitted_by BIGINT UNSIGNED NULL,
        submitted_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was submitted',
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        return_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        import_id BIGINT UNSIGNED NULL,
        is_live TINYINT(1) AS (IF(status = 'returned', NULL, 1)) PERSISTENT,
        UNIQUE KEY budget_proposals_issue (budget_id, unit_id, issue),
        UNIQUE KEY budget_proposals_one_live (budget_id, unit_id, is_live),
        KEY budget_proposals_unit (unit_id, fiscal_year),
        KEY budget_proposals_import (import_id),
        CONSTRAINT budget_proposals_budget_fk FOREIGN KEY (budget_id) REFERENCES budgets (id),
        CONSTRAINT budget_proposals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT budget_proposals_status CHECK (status IN ('draft', 'submitted', 'accepted', 'returned')),
        CONSTRAINT budget_proposals_submitted CHECK (status = 'draft' OR (submitted_by IS NOT NULL AND submitted_at IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT budget_proposals_decided CHECK ((status IN ('accepted', 'returned')) = (decided_by IS NOT NULL)),
        CONSTRAINT budget_proposals_returned CHECK (status <> 'returned' OR return_reason IS NOT NULL),
        CONSTRAINT budget_proposals_maker_is_not_checker CHECK (decided_by IS NULL OR (decided_by <> made_by AND decided_by <> submitted_by))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budget_proposals')
  }
}
