import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE journals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        posted_on DATE NOT NULL COMMENT 'of a recurring one: its first month and its day in each',
        until_month DATE NULL COMMENT 'last month of a recurring one, its first day',
        description VARCHAR(255) NOT NULL,
        reason VARCHAR(500) NOT NULL,
        total DECIMAL(18,2) NOT NULL,
        reverses_id BIGINT UNSIGNED NULL COMMENT 'entry that a reversal mirrors',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        refusal VARCHAR(500) NULL,
        document_hash BINARY(32) NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        UNIQUE KEY journals_number (unit_id, fiscal_year, number),
        UNIQUE KEY journals_entry (ledger_entry_id),
        KEY journals_waiting (unit_id, status, id),
        CONSTRAINT journals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT journals_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT journals_reverses_fk FOREIGN KEY (reverses_id) REFERENCES ledger_entries (id),
        CONSTRAINT journals_kind CHECK (kind IN ('manual', 'adjusting', 'recurring', 'reversal')),
        CONSTRAINT journals_status CHECK (status IN ('draft', 'posted', 'active', 'ended', 'refused', 'withdrawn')),
        CONSTRAINT journals_reversal CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
        CONSTRAINT journals_recurring CHECK ((kind = 'recurring') = (until_month IS NOT NULL) AND (status NOT IN ('active', 'ended') OR kind = 'recurring')),
        CONSTRAINT journals_total CHECK (total > 0),
        CONSTRAINT journals_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT journals_decided CHECK ((status IN ('posted', 'active', 'ended', 'refused')) = (decided_by IS NOT NULL)),
        CONSTRAINT journals_posted CHECK ((status = 'posted') = (ledger_entry_id IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('journals')
  }
}
