import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE dispositions (
        kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        fact_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL,
        disposition VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        matched DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'how much of the amount found its counterpart',
        run_id BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (kind, fact_id),
        KEY dispositions_month (unit_id, month, kind, disposition),
        CONSTRAINT dispositions_kind CHECK (kind IN ('charge', 'receipt', 'slip', 'settlement', 'bank_line'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('dispositions')
  }
}
