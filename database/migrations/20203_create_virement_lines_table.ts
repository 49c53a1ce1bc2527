import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE virement_lines (
        virement_id BIGINT UNSIGNED NOT NULL,
        line_id BIGINT UNSIGNED NOT NULL,
        amount DECIMAL(18,2) NOT NULL COMMENT 'below zero: taken from the line',
        PRIMARY KEY (virement_id, line_id),
        KEY virement_lines_line (line_id),
        CONSTRAINT virement_lines_virement_fk FOREIGN KEY (virement_id) REFERENCES virements (id) ON DELETE CASCADE,
        CONSTRAINT virement_lines_line_fk FOREIGN KEY (line_id) REFERENCES budget_lines (id),
        CONSTRAINT virement_lines_amount CHECK (amount <> 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('virement_lines')
  }
}
