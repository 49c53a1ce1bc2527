import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_balances (
        line_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        appropriated DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'approved, with supplements, virements and carry-over',
        released DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'of it, what may be spent by now',
        frozen DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'of what is released, held back by a decision',
        reserved DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'set aside at need (تجنيب)',
        committed DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'open commitments (ارتباط), what is paid of them taken off',
        paid DECIMAL(18,2) NOT NULL DEFAULT 0,
        moves INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'movements counted in',
        available DECIMAL(18,2) AS (released - frozen - reserved - committed - paid) VIRTUAL,
        CONSTRAINT budget_balances_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT budget_balances_none_negative CHECK (appropriated >= 0 AND released >= 0 AND frozen >= 0 AND reserved >= 0 AND committed >= 0 AND paid >= 0),
        CONSTRAINT budget_balances_released CHECK (released <= appropriated),
        CONSTRAINT budget_balances_never_over CHECK (frozen + reserved + committed + paid <= released)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budget_balances')
  }
}
