import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE legalisation_shapes (
        file_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        shape GEOMETRY NOT NULL COMMENT 'longitude, latitude',
        SPATIAL KEY legalisation_shapes_shape (shape),
        CONSTRAINT legalisation_shapes_file_fk FOREIGN KEY (file_id) REFERENCES legalisation_files (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('legalisation_shapes')
  }
}
