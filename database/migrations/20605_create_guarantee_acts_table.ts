import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE guarantee_acts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        guarantee_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
        amount DECIMAL(18,2) NULL COMMENT 'of what is released, claimed or forfeited',
        expires_before DATE NULL COMMENT 'an extension: the day it had',
        expires_after DATE NULL COMMENT 'and the day it has now',
        paper_no VARCHAR(60) NOT NULL COMMENT 'letter of the bank, statement line or memorandum',
        reason VARCHAR(500) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        decided_by BIGINT UNSIGNED NULL,
        decided_on DATE NULL,
        refusal VARCHAR(500) NULL,
        document_hash BINARY(32) NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        waiting_id BIGINT UNSIGNED AS (IF(status = 'proposed', guarantee_id, NULL)) PERSISTENT,
        UNIQUE KEY guarantee_acts_one_waits (waiting_id),
        KEY guarantee_acts_guarantee (guarantee_id, id),
        KEY guarantee_acts_waiting (unit_id, status, id),
        CONSTRAINT guarantee_acts_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT guarantee_acts_guarantee_fk FOREIGN KEY (guarantee_id) REFERENCES guarantees (id),
        CONSTRAINT guarantee_acts_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT guarantee_acts_kind CHECK (kind IN ('accept', 'clear', 'bounce', 'extend', 'release', 'call', 'withdraw', 'forfeit', 'penalise')),
        CONSTRAINT guarantee_acts_amount CHECK ((kind IN ('release', 'call', 'forfeit', 'penalise')) = (amount IS NOT NULL) AND (amount IS NULL OR amount > 0)),
        CONSTRAINT guarantee_acts_extension CHECK (IF(kind = 'extend', expires_before IS NOT NULL AND expires_after > expires_before, expires_after IS NULL)),
        CONSTRAINT guarantee_acts_status CHECK (status IN ('proposed', 'approved', 'refused')),
        CONSTRAINT guarantee_acts_maker_is_not_checker CHECK (decided_by IS NULL OR decided_by <> made_by),
        CONSTRAINT guarantee_acts_decided CHECK ((status = 'proposed') = (decided_by IS NULL) AND (status = 'approved') = (document_hash IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('guarantee_acts')
  }
}
