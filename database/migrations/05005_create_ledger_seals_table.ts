import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE ledger_seals (
        entry_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        sealed_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        CONSTRAINT ledger_seals_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entries (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('ledger_seals')
  }
}
