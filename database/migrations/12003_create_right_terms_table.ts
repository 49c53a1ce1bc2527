import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE right_terms (
        right_id BIGINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NOT NULL,
        billing VARCHAR(10) CHARACTER SET ascii NOT NULL,
        period_amount DECIMAL(18,2) NOT NULL,
        PERIOD FOR held (valid_from, valid_to),
        UNIQUE KEY right_terms_one_at_a_time (right_id, held WITHOUT OVERLAPS),
        CONSTRAINT right_terms_right_fk FOREIGN KEY (right_id) REFERENCES rights (id) ON DELETE CASCADE,
        CONSTRAINT right_terms_amount CHECK (period_amount >= 0),
        CONSTRAINT right_terms_billing CHECK (billing IN ('monthly', 'quarterly', 'annual', 'once'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('right_terms')
  }
}
