import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE sign_ins (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        user_id BIGINT UNSIGNED NOT NULL,
        session_id VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        source VARCHAR(64) CHARACTER SET ascii NOT NULL,
        agent VARCHAR(300) NOT NULL DEFAULT '',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        last_seen_at DATETIME(3) NULL,
        ended_at DATETIME(3) NULL,
        ended_because VARCHAR(30) CHARACTER SET ascii NULL,
        UNIQUE KEY sign_ins_session (session_id),
        KEY sign_ins_user (user_id, id),
        CONSTRAINT sign_ins_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('sign_ins')
  }
}
