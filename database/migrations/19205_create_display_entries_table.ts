import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE display_entries (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        list_id BIGINT UNSIGNED NOT NULL,
        seq INT UNSIGNED NOT NULL,
        subject_type VARCHAR(20) CHARACTER SET ascii NOT NULL,
        subject_id BIGINT UNSIGNED NOT NULL,
        number VARCHAR(60) NOT NULL COMMENT 'portal number, or code of the asset',
        name VARCHAR(200) NOT NULL,
        place VARCHAR(300) NULL,
        said VARCHAR(300) NULL COMMENT 'what the list says of it',
        area_m2 DECIMAL(18,4) NULL,
        UNIQUE KEY display_entries_seq (list_id, seq),
        UNIQUE KEY display_entries_subject (list_id, subject_type, subject_id),
        KEY display_entries_of (subject_type, subject_id),
        CONSTRAINT display_entries_list_fk FOREIGN KEY (list_id) REFERENCES display_lists (id) ON DELETE CASCADE,
        CONSTRAINT display_entries_type CHECK (subject_type IN ('legalisation_file', 'round_line'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('display_entries')
  }
}
