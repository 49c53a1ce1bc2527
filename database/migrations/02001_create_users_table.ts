import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE users (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        email VARCHAR(190) NOT NULL COMMENT 'the account name',
        full_name VARCHAR(190) NOT NULL,
        job_title VARCHAR(120) NULL,
        phone VARCHAR(20) NULL,
        national_id_cipher VARBINARY(200) NULL,
        national_id_index BINARY(32) NULL,
        home_unit_id BIGINT UNSIGNED NOT NULL,
        password VARCHAR(255) NOT NULL,
        password_changed_at DATETIME(3) NULL,
        must_change_password TINYINT(1) NOT NULL DEFAULT 0,
        status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'active',
        locale CHAR(2) CHARACTER SET ascii NOT NULL DEFAULT 'ar',
        theme VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'auto',
        search_text VARCHAR(400) NOT NULL DEFAULT '',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        UNIQUE KEY users_email (email),
        UNIQUE KEY users_national_id (national_id_index),
        KEY users_unit (home_unit_id),
        CONSTRAINT users_unit_fk FOREIGN KEY (home_unit_id) REFERENCES units (id),
        CONSTRAINT users_status CHECK (status IN ('active', 'suspended'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('users')
  }
}
