import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_proposal_lines (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        proposal_id BIGINT UNSIGNED NOT NULL,
        code_id BIGINT UNSIGNED NOT NULL,
        fund_id BIGINT UNSIGNED NOT NULL,
        function_id BIGINT UNSIGNED NOT NULL,
        programme_id BIGINT UNSIGNED NOT NULL,
        previous DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'credit of the year before when it was written',
        amount DECIMAL(18,2) NOT NULL COMMENT 'what the unit asks',
        justification VARCHAR(500) NULL,
        discussed DECIMAL(18,2) NULL COMMENT 'the figure of the discussion, where it differs',
        discussed_reason VARCHAR(500) NULL,
        discussed_by BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        KEY budget_proposal_lines_import (import_id),
        UNIQUE KEY budget_proposal_lines_once (proposal_id, code_id, fund_id, function_id, programme_id),
        CONSTRAINT budget_proposal_lines_proposal_fk FOREIGN KEY (proposal_id) REFERENCES budget_proposals (id) ON DELETE CASCADE,
        CONSTRAINT budget_proposal_lines_code_fk FOREIGN KEY (code_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_proposal_lines_fund_fk FOREIGN KEY (fund_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_proposal_lines_function_fk FOREIGN KEY (function_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_proposal_lines_programme_fk FOREIGN KEY (programme_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_proposal_lines_amounts CHECK (amount >= 0 AND previous >= 0 AND (discussed IS NULL OR discussed >= 0)),
        CONSTRAINT budget_proposal_lines_discussed CHECK ((discussed IS NULL) = (discussed_by IS NULL) AND (discussed IS NULL) = (discussed_reason IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budget_proposal_lines')
  }
}
