import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE stored_files (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        purpose VARCHAR(30) CHARACTER SET ascii NOT NULL,
        original_name VARCHAR(255) NOT NULL,
        media_type VARCHAR(120) CHARACTER SET ascii NOT NULL,
        bytes BIGINT UNSIGNED NOT NULL,
        sha256 BINARY(32) NOT NULL,
        path VARCHAR(255) CHARACTER SET ascii NOT NULL COMMENT 'inside STORAGE_DIR, a name of our own',
        created_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY stored_files_unit (unit_id, id),
        KEY stored_files_hash (sha256),
        CONSTRAINT stored_files_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('stored_files')
  }
}
