import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE budget_ceilings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        budget_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        chapter_id BIGINT UNSIGNED NOT NULL COMMENT 'bab of uses',
        amount DECIMAL(18,2) NOT NULL,
        legal_reference VARCHAR(255) NOT NULL COMMENT 'circular or letter that sets it',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY budget_ceilings_once (budget_id, unit_id, chapter_id),
        CONSTRAINT budget_ceilings_budget_fk FOREIGN KEY (budget_id) REFERENCES budgets (id),
        CONSTRAINT budget_ceilings_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT budget_ceilings_chapter_fk FOREIGN KEY (chapter_id) REFERENCES budget_codes (id),
        CONSTRAINT budget_ceilings_amount CHECK (amount >= 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('budget_ceilings')
  }
}
