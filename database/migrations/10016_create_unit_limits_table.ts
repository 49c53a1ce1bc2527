import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE unit_limits (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        shape GEOMETRY NOT NULL,
        source VARCHAR(200) NOT NULL,
        area_m2 DECIMAL(18,4) NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY unit_limits_day (unit_id, valid_from),
        SPATIAL KEY unit_limits_shape (shape),
        CONSTRAINT unit_limits_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('unit_limits')
  }
}
