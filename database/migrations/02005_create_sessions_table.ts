import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE sessions (
        id VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        data MEDIUMTEXT NOT NULL,
        user_id VARCHAR(64) CHARACTER SET ascii NULL,
        expires_at DATETIME NOT NULL,
        KEY sessions_user (user_id),
        KEY sessions_expires (expires_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('sessions')
  }
}
