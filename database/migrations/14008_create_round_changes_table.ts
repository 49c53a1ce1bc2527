import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE round_changes (
        transaction_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        round_id BIGINT UNSIGNED NOT NULL,
        line_id BIGINT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY round_changes_line (line_id),
        KEY round_changes_round (round_id),
        CONSTRAINT round_changes_transaction_fk FOREIGN KEY (transaction_id) REFERENCES register_transactions (id),
        CONSTRAINT round_changes_round_fk FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT round_changes_line_fk FOREIGN KEY (line_id) REFERENCES round_lines (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('round_changes')
  }
}
