import { BaseSchema } from '@adonisjs/lucid/schema'

/** Entries of one posting, one after another, sealed at once: what a seal of its own asks for each, it asks for all. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE ledger_sealings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        first_entry_id BIGINT UNSIGNED NOT NULL,
        last_entry_id BIGINT UNSIGNED NOT NULL,
        sealed_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY ledger_sealings_first (first_entry_id),
        UNIQUE KEY ledger_sealings_last (last_entry_id),
        CONSTRAINT ledger_sealings_first_fk FOREIGN KEY (first_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT ledger_sealings_last_fk FOREIGN KEY (last_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT ledger_sealings_range CHECK (last_entry_id BETWEEN first_entry_id AND first_entry_id + 9999)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('ledger_sealings')
  }
}
