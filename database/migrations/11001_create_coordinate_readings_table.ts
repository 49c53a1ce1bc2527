import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE coordinate_readings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        source VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'the sheet or office the numbers come from',
        pasted MEDIUMTEXT NOT NULL COMMENT 'as pasted, untouched',
        epsg INT UNSIGNED NULL COMMENT 'the grid that a person chose',
        axis_order CHAR(2) CHARACTER SET ascii NULL COMMENT 'en or ne',
        created_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY coordinate_readings_unit (unit_id, id),
        KEY coordinate_readings_maker (created_by, created_at),
        CONSTRAINT coordinate_readings_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT coordinate_readings_maker_fk FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT coordinate_readings_order CHECK (axis_order IN ('en', 'ne')),
        CONSTRAINT coordinate_readings_choice CHECK ((epsg IS NULL) = (axis_order IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('coordinate_readings')
  }
}
