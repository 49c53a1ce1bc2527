import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE import_turns (
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'the governorate; its row is locked by the import that commits',
        kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        taken INT UNSIGNED NOT NULL DEFAULT 1,
        PRIMARY KEY (unit_id, kind),
        CONSTRAINT import_turns_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('import_turns')
  }
}
