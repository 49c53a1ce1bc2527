import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE coordinate_choices (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        source_key VARCHAR(120) NOT NULL COMMENT 'the folded name of the source; empty for any',
        epsg INT UNSIGNED NOT NULL,
        axis_order CHAR(2) CHARACTER SET ascii NOT NULL,
        chosen_by BIGINT UNSIGNED NULL,
        chosen_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY coordinate_choices_source (unit_id, source_key),
        CONSTRAINT coordinate_choices_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT coordinate_choices_order CHECK (axis_order IN ('en', 'ne'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('coordinate_choices')
  }
}
