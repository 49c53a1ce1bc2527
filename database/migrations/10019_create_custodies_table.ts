import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE custodies (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        asset_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL COMMENT 'jurisdiction ولاية, management إدارة, use انتفاع, physical عهدة',
        authority_unit_id BIGINT UNSIGNED NULL,
        authority_name VARCHAR(200) NOT NULL COMMENT '«غير معلوم» where nobody knows',
        legal_basis_id BIGINT UNSIGNED NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NOT NULL DEFAULT '9999-12-31',
        transaction_id BIGINT UNSIGNED NULL,
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PERIOD FOR held (valid_from, valid_to),
        UNIQUE KEY custodies_one_at_a_time (asset_id, kind, held WITHOUT OVERLAPS),
        KEY custodies_authority (authority_unit_id, kind),
        CONSTRAINT custodies_authority_fk FOREIGN KEY (authority_unit_id) REFERENCES units (id),
        CONSTRAINT custodies_basis_fk FOREIGN KEY (legal_basis_id) REFERENCES legal_bases (id),
        CONSTRAINT custodies_kind CHECK (kind IN ('jurisdiction', 'management', 'use', 'physical'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('custodies')
  }
}
