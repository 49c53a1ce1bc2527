import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE encroachment_freezes (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        case_id BIGINT UNSIGNED NOT NULL,
        file_id BIGINT UNSIGNED NOT NULL,
        shared_area_m2 DECIMAL(18,4) NULL COMMENT 'NULL: the file is of this case, or of its asset and without a shape',
        found_on DATE NOT NULL,
        ended_on DATE NULL,
        UNIQUE KEY encroachment_freezes_once (case_id, file_id),
        KEY encroachment_freezes_file (file_id),
        CONSTRAINT encroachment_freezes_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id),
        CONSTRAINT encroachment_freezes_file_fk FOREIGN KEY (file_id) REFERENCES legalisation_files (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('encroachment_freezes')
  }
}
