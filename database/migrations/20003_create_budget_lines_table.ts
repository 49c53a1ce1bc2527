import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_lines (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        budget_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        side VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'uses are controlled, resources estimated',
        code_id BIGINT UNSIGNED NOT NULL COMMENT 'economic classification',
        fund_id BIGINT UNSIGNED NOT NULL,
        function_id BIGINT UNSIGNED NOT NULL,
        programme_id BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY budget_lines_once (unit_id, fiscal_year, code_id, fund_id, function_id, programme_id),
        KEY budget_lines_budget (budget_id, unit_id),
        KEY budget_lines_code (code_id, fiscal_year),
        KEY budget_lines_fund (fund_id, fiscal_year),
        CONSTRAINT budget_lines_budget_fk FOREIGN KEY (budget_id) REFERENCES budgets (id),
        CONSTRAINT budget_lines_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT budget_lines_code_fk FOREIGN KEY (code_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_lines_fund_fk FOREIGN KEY (fund_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_lines_function_fk FOREIGN KEY (function_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_lines_programme_fk FOREIGN KEY (programme_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_lines_side CHECK (side IN ('use', 'resource'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budget_lines')
  }
}
