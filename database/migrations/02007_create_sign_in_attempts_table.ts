import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE sign_in_attempts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        account VARCHAR(190) NOT NULL,
        source VARCHAR(64) CHARACTER SET ascii NOT NULL,
        succeeded TINYINT(1) NOT NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY sign_in_attempts_account (account, created_at),
        KEY sign_in_attempts_source (source, created_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('sign_in_attempts')
  }
}
