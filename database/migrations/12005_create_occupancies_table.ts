import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE occupancies (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        slot_no SMALLINT UNSIGNED NOT NULL DEFAULT 1,
        party_id BIGINT UNSIGNED NULL,
        occupant_name VARCHAR(200) NOT NULL COMMENT '«غير معلوم» where nobody knows',
        right_id BIGINT UNSIGNED NULL COMMENT 'basis on which he is there; NULL: none shown',
        activity VARCHAR(120) NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NOT NULL DEFAULT '9999-12-31',
        source VARCHAR(12) CHARACTER SET ascii NOT NULL,
        evidence VARCHAR(500) NOT NULL,
        document_id BIGINT UNSIGNED NULL,
        recorded_by BIGINT UNSIGNED NULL,
        ended_by BIGINT UNSIGNED NULL,
        end_reason VARCHAR(500) NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PERIOD FOR held (valid_from, valid_to),
        UNIQUE KEY occupancies_one_at_a_time (asset_id, slot_no, held WITHOUT OVERLAPS),
        KEY occupancies_unit (unit_id, valid_to),
        KEY occupancies_right (right_id),
        KEY occupancies_party (party_id),
        CONSTRAINT occupancies_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT occupancies_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT occupancies_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT occupancies_right_fk FOREIGN KEY (right_id) REFERENCES rights (id),
        CONSTRAINT occupancies_document_fk FOREIGN KEY (document_id) REFERENCES documents (id),
        CONSTRAINT occupancies_source CHECK (source IN ('handover', 'inspection', 'round', 'complaint', 'import')),
        CONSTRAINT occupancies_slot CHECK (slot_no >= 1)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('occupancies')
  }
}
