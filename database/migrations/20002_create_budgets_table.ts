import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budgets (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'the governorate; lines are of its units',
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'ceilings',
        law_no VARCHAR(60) NULL,
        law_on DATE NULL,
        opened_on DATE NULL,
        closed_on DATE NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        made_by BIGINT UNSIGNED NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY budgets_once (unit_id, fiscal_year),
        CONSTRAINT budgets_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT budgets_status CHECK (status IN ('ceilings', 'proposals', 'discussion', 'approved', 'provisional', 'open', 'closing', 'closed')),
        CONSTRAINT budgets_law CHECK (status NOT IN ('open', 'closing', 'closed') OR (law_no IS NOT NULL AND law_on IS NOT NULL AND opened_on IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budgets')
  }
}
