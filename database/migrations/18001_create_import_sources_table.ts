import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE import_sources (
        import_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        source BINARY(32) NOT NULL COMMENT 'the register it came from: hash of its name, or of its headings',
        KEY import_sources_source (unit_id, source, import_id),
        CONSTRAINT import_sources_import_fk FOREIGN KEY (import_id) REFERENCES imports (id),
        CONSTRAINT import_sources_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('import_sources')
  }
}
