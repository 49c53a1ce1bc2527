import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE bank_match_members (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        match_id BIGINT UNSIGNED NOT NULL,
        slip_id BIGINT UNSIGNED NULL,
        settlement_id BIGINT UNSIGNED NULL,
        bank_line_id BIGINT UNSIGNED NULL,
        KEY bank_match_members_match (match_id),
        UNIQUE KEY bank_match_members_slip (slip_id),
        UNIQUE KEY bank_match_members_settlement (settlement_id),
        UNIQUE KEY bank_match_members_line (bank_line_id),
        CONSTRAINT bank_match_members_match_fk FOREIGN KEY (match_id) REFERENCES bank_matches (id),
        CONSTRAINT bank_match_members_slip_fk FOREIGN KEY (slip_id) REFERENCES deposit_slips (id),
        CONSTRAINT bank_match_members_settlement_fk FOREIGN KEY (settlement_id) REFERENCES settlements (id),
        CONSTRAINT bank_match_members_line_fk FOREIGN KEY (bank_line_id) REFERENCES bank_lines (id),
        CONSTRAINT bank_match_members_one CHECK ((slip_id IS NOT NULL) + (settlement_id IS NOT NULL) + (bank_line_id IS NOT NULL) = 1)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('bank_match_members')
  }
}
