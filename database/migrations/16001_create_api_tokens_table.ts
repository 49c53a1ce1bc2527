import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE api_tokens (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        user_id BIGINT UNSIGNED NOT NULL,
        scope VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which addresses it opens',
        name VARCHAR(80) NOT NULL COMMENT 'the program that holds it, as its owner calls it',
        hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the secret, which is kept nowhere',
        hint CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its last characters, to tell it from others',
        expires_on DATE NOT NULL COMMENT 'first day on which it opens nothing',
        last_used_at DATETIME(3) NULL,
        last_used_from VARCHAR(64) CHARACTER SET ascii NULL,
        created_by BIGINT UNSIGNED NULL COMMENT 'NULL: by command',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        revoked_at DATETIME(3) NULL,
        UNIQUE KEY api_tokens_hash (hash),
        KEY api_tokens_user (user_id, id),
        CONSTRAINT api_tokens_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT api_tokens_scope CHECK (scope IN ('ogc'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('api_tokens')
  }
}
