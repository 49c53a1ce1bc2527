import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE beneficiaries (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        beneficiary_no VARCHAR(60) NOT NULL COMMENT 'the unit''s own number of who is paid',
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
        name VARCHAR(200) NOT NULL,
        folded_name VARCHAR(200) NOT NULL,
        national_id_cipher VARBINARY(200) NULL,
        national_id_index BINARY(32) NULL,
        tax_no_cipher VARBINARY(200) NULL,
        tax_no_index BINARY(32) NULL,
        commercial_register_cipher VARBINARY(200) NULL,
        commercial_register_index BINARY(32) NULL,
        tax_card_until DATE NULL COMMENT 'last day of the tax card',
        register_until DATE NULL COMMENT 'last day of the commercial register',
        phone VARCHAR(30) NULL,
        address VARCHAR(255) NULL,
        status VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'open' COMMENT 'stopped: nothing is paid to him',
        stop_reason VARCHAR(500) NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        UNIQUE KEY beneficiaries_no (unit_id, beneficiary_no),
        UNIQUE KEY beneficiaries_national_id (unit_id, national_id_index),
        UNIQUE KEY beneficiaries_tax_no (unit_id, tax_no_index),
        KEY beneficiaries_national_ids (national_id_index),
        KEY beneficiaries_tax_nos (tax_no_index),
        KEY beneficiaries_registers (commercial_register_index),
        KEY beneficiaries_name (unit_id, folded_name),
        KEY beneficiaries_import (import_id),
        CONSTRAINT beneficiaries_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT beneficiaries_kind CHECK (kind IN ('person', 'supplier', 'employee', 'public_body')),
        CONSTRAINT beneficiaries_status CHECK (status IN ('open', 'stopped')),
        CONSTRAINT beneficiaries_stopped CHECK ((status = 'stopped') = (stop_reason IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('beneficiaries')
  }
}
