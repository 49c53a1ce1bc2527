import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE ledger_lines
        ADD COLUMN fund_id BIGINT UNSIGNED NULL COMMENT 'special fund; NULL: the budget itself',
        ADD COLUMN budget_line_id BIGINT UNSIGNED NULL COMMENT 'line of the budget it was spent from or collected for',
        ADD COLUMN party_id BIGINT UNSIGNED NULL,
        ADD COLUMN asset_id BIGINT UNSIGNED NULL,
        ADD COLUMN centre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'cost centre',
        ADD KEY ledger_lines_fund (fund_id, posted_on),
        ADD KEY ledger_lines_budget_line (budget_line_id, posted_on),
        ADD KEY ledger_lines_party (party_id, posted_on),
        ADD KEY ledger_lines_asset (asset_id, posted_on),
        ADD CONSTRAINT ledger_lines_fund_fk FOREIGN KEY (fund_id) REFERENCES budget_codes (id),
        ADD CONSTRAINT ledger_lines_budget_line_fk FOREIGN KEY (budget_line_id) REFERENCES budget_lines (id),
        ADD CONSTRAINT ledger_lines_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        ADD CONSTRAINT ledger_lines_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE ledger_lines
        DROP FOREIGN KEY ledger_lines_fund_fk, DROP FOREIGN KEY ledger_lines_budget_line_fk,
        DROP FOREIGN KEY ledger_lines_party_fk, DROP FOREIGN KEY ledger_lines_asset_fk,
        DROP COLUMN fund_id, DROP COLUMN budget_line_id, DROP COLUMN party_id, DROP COLUMN asset_id, DROP COLUMN centre
    `)
  }
}
