import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE form_drafts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        user_id BIGINT UNSIGNED NOT NULL,
        form VARCHAR(40) CHARACTER SET ascii NOT NULL,
        subject_id BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'asset it is about; class of a new one',
        content MEDIUMTEXT NOT NULL COMMENT 'what was typed, as JSON; sealed away from nobody but its writer',
        updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        UNIQUE KEY form_drafts_one (user_id, form, subject_id),
        CONSTRAINT form_drafts_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT form_drafts_json CHECK (JSON_VALID(content))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('form_drafts')
  }
}
