import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE documents (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'deed, decree, minutes, map, photo, contract, judgment, valuation, letter, other',
        number VARCHAR(60) NULL,
        dated DATE NULL,
        title VARCHAR(200) NOT NULL,
        pages SMALLINT UNSIGNED NULL,
        original_place VARCHAR(200) NULL COMMENT 'shelf and box of the original',
        file_id BIGINT UNSIGNED NULL COMMENT 'the scan or photograph',
        sha256 BINARY(32) NULL,
        security_class VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'normal',
        taken_at DATETIME NULL COMMENT 'of a photograph, UTC',
        latitude DECIMAL(10,7) NULL,
        longitude DECIMAL(10,7) NULL,
        bearing_deg SMALLINT UNSIGNED NULL,
        accuracy_m DECIMAL(8,2) NULL,
        created_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY documents_unit (unit_id, id),
        KEY documents_number (unit_id, kind, number),
        KEY documents_hash (sha256),
        CONSTRAINT documents_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT documents_file_fk FOREIGN KEY (file_id) REFERENCES stored_files (id),
        CONSTRAINT documents_security CHECK (security_class IN ('normal', 'restricted', 'strategic'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('documents')
  }
}
