import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE encroachment_minutes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        case_id BIGINT UNSIGNED NOT NULL,
        episode SMALLINT UNSIGNED NOT NULL,
        number VARCHAR(60) NOT NULL,
        inspected_on DATE NOT NULL,
        surveyor_id BIGINT UNSIGNED NOT NULL,
        present VARCHAR(500) NULL COMMENT 'who else was there',
        findings VARCHAR(2000) NOT NULL,
        occupier_said VARCHAR(1000) NULL,
        possession_from DATE NOT NULL,
        possession_shown_by VARCHAR(300) NOT NULL COMMENT 'electricity bill, aerial picture, neighbours …',
        area_m2 DECIMAL(18,4) NOT NULL,
        recorded_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY encroachment_minutes_once (case_id, episode),
        CONSTRAINT encroachment_minutes_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id),
        CONSTRAINT encroachment_minutes_area CHECK (area_m2 > 0),
        CONSTRAINT encroachment_minutes_days CHECK (possession_from <= inspected_on)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('encroachment_minutes')
  }
}
