import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE outdated_months (
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL,
        import_id BIGINT UNSIGNED NOT NULL COMMENT 'the last import that was taken back from under the figures',
        since DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
        PRIMARY KEY (unit_id, month),
        CONSTRAINT outdated_months_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT outdated_months_import_fk FOREIGN KEY (import_id) REFERENCES imports (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
        COMMENT='judged months whose papers an undo took away or changed; the next run removes them'
    `)
  }

  async down() {
    this.schema.dropTable('outdated_months')
  }
}
