import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bank_matches (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        match_key VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'lowest bank line of the group: the same facts give the same key',
        rule VARCHAR(40) CHARACTER SET ascii NOT NULL,
        evidence VARCHAR(255) NOT NULL DEFAULT '',
        deposited DECIMAL(18,2) NOT NULL,
        banked DECIMAL(18,2) NOT NULL,
        run_id BIGINT UNSIGNED NULL,
        decided_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY bank_matches_key (match_key),
        KEY bank_matches_unit (unit_id),
        CONSTRAINT bank_matches_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bank_matches')
  }
}
