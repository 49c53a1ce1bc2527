import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE facts_to_judge (
        kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        fact_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (kind, fact_id),
        KEY facts_to_judge_unit (unit_id),
        CONSTRAINT facts_to_judge_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT facts_to_judge_kind CHECK (kind IN ('charge', 'receipt', 'slip', 'settlement', 'bank_line'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
        COMMENT='facts whose matches changed since their disposition was written; the next run of their unit judges them again'
    `)
  }

  async down() {
    this.schema.dropTable('facts_to_judge')
  }
}
