import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE parties (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        party_no VARCHAR(60) NOT NULL COMMENT 'the unit''s own number of the person or organisation',
        kind VARCHAR(14) CHARACTER SET ascii NOT NULL,
        name VARCHAR(200) NOT NULL,
        folded_name VARCHAR(200) NOT NULL,
        national_id_cipher VARBINARY(200) NULL,
        national_id_index BINARY(32) NULL,
        tax_no_cipher VARBINARY(200) NULL,
        tax_no_index BINARY(32) NULL,
        commercial_register_cipher VARBINARY(200) NULL,
        commercial_register_index BINARY(32) NULL,
        phone VARCHAR(30) NULL,
        address VARCHAR(255) NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        UNIQUE KEY parties_no (unit_id, party_no),
        KEY parties_national_id (national_id_index),
        KEY parties_tax_no (tax_no_index),
        KEY parties_register (commercial_register_index),
        KEY parties_name (unit_id, folded_name),
        KEY parties_import (import_id),
        CONSTRAINT parties_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT parties_kind CHECK (kind IN ('person', 'organisation'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('parties')
  }
}
