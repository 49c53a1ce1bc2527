import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE import_changes (
        import_id BIGINT UNSIGNED NOT NULL,
        table_name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        record_id BIGINT UNSIGNED NOT NULL,
        before_value JSON NOT NULL COMMENT 'the details that the import corrected, as they stood before',
        PRIMARY KEY (import_id, table_name, record_id),
        KEY import_changes_record (table_name, record_id, import_id),
        CONSTRAINT import_changes_import_fk FOREIGN KEY (import_id) REFERENCES imports (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('import_changes')
  }
}
