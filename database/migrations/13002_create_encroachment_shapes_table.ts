import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE encroachment_shapes (
        case_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        shape GEOMETRY NOT NULL COMMENT 'longitude, latitude',
        SPATIAL KEY encroachment_shapes_shape (shape),
        CONSTRAINT encroachment_shapes_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('encroachment_shapes')
  }
}
