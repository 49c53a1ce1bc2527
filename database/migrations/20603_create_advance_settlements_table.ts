import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE advance_settlements (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        advance_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL COMMENT 'spent with papers, returned, recovered from a due, replenished',
        amount DECIMAL(18,2) NOT NULL,
        paper_no VARCHAR(60) NOT NULL COMMENT 'number of the papers, receipt or claim it rests on',
        line_id BIGINT UNSIGNED NULL COMMENT 'budget line that bears what was spent',
        account_code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'account of what was spent',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'submitted',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        decided_by BIGINT UNSIGNED NULL,
        decided_on DATE NULL,
        refusal VARCHAR(500) NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        KEY advance_settlements_advance (advance_id, id),
        KEY advance_settlements_waiting (unit_id, status, id),
        CONSTRAINT advance_settlements_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT advance_settlements_advance_fk FOREIGN KEY (advance_id) REFERENCES advances (id),
        CONSTRAINT advance_settlements_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT advance_settlements_account_fk FOREIGN KEY (account_code) REFERENCES ledger_accounts (code),
        CONSTRAINT advance_settlements_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT advance_settlements_kind CHECK (kind IN ('spent', 'returned', 'recovered', 'replenished')),
        CONSTRAINT advance_settlements_amount CHECK (amount > 0),
        CONSTRAINT advance_settlements_spent CHECK ((kind IN ('spent', 'replenished')) = (line_id IS NOT NULL AND account_code IS NOT NULL)),
        CONSTRAINT advance_settlements_status CHECK (status IN ('submitted', 'approved', 'refused')),
        CONSTRAINT advance_settlements_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT advance_settlements_decided CHECK ((status = 'submitted') = (decided_by IS NULL) AND (status = 'approved') = (ledger_entry_id IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('advance_settlements')
  }
}
