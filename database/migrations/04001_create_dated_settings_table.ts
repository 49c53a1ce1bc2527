import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE dated_settings (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        unit_id BIGINT UNSIGNED NULL COMMENT 'NULL: everywhere, unless a unit says otherwise',
        value JSON NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0 COMMENT '0: to be confirmed by a finance officer',
        note VARCHAR(500) NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        unit_key BIGINT UNSIGNED AS (COALESCE(unit_id, 0)) PERSISTENT,
        UNIQUE KEY dated_settings_once (name, unit_key, valid_from),
        CONSTRAINT dated_settings_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('dated_settings')
  }
}
