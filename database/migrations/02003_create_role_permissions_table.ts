import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE role_permissions (
        role_id BIGINT UNSIGNED NOT NULL,
        permission VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (role_id, permission),
        CONSTRAINT role_permissions_role_fk FOREIGN KEY (role_id) REFERENCES roles (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('role_permissions')
  }
}
