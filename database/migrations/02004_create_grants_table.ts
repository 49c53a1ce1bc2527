import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE grants (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        user_id BIGINT UNSIGNED NOT NULL,
        role_id BIGINT UNSIGNED NOT NULL,
        unit_id BIGINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL COMMENT 'first day on which it no longer holds',
        reason VARCHAR(300) NULL,
        granted_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        revoked_at DATETIME(3) NULL,
        revoked_by BIGINT UNSIGNED NULL,
        KEY grants_user (user_id, revoked_at),
        KEY grants_unit (unit_id),
        CONSTRAINT grants_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT grants_role_fk FOREIGN KEY (role_id) REFERENCES roles (id),
        CONSTRAINT grants_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT grants_dates CHECK (valid_to IS NULL OR valid_to > valid_from),
        CONSTRAINT grants_not_to_oneself CHECK (granted_by IS NULL OR granted_by <> user_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('grants')
  }
}
