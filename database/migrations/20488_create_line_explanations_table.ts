import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE line_explanations (
        bank_line_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        entry_id BIGINT UNSIGNED NOT NULL COMMENT 'takes the line off the account under settlement',
        explained_by BIGINT UNSIGNED NOT NULL,
        explained_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        note VARCHAR(500) NOT NULL,
        UNIQUE KEY line_explanations_entry (entry_id),
        CONSTRAINT line_explanations_line_fk FOREIGN KEY (bank_line_id) REFERENCES bank_lines (id),
        CONSTRAINT line_explanations_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entries (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('line_explanations')
  }
}
