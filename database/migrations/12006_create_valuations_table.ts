import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE valuations (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        basis VARCHAR(20) CHARACTER SET ascii NOT NULL,
        amount DECIMAL(18,2) NOT NULL COMMENT 'value of the asset; of a rent basis: one year of rent',
        valued_on DATE NOT NULL,
        valid_until DATE NOT NULL COMMENT 'last day on which it may be used',
        method VARCHAR(20) CHARACTER SET ascii NOT NULL,
        comparables TEXT NULL COMMENT 'what it was compared with, as the minutes list it',
        committee VARCHAR(300) NULL COMMENT 'NULL: not by a committee',
        valuer_id BIGINT UNSIGNED NULL,
        decision_no VARCHAR(60) NULL,
        decision_on DATE NULL,
        document_id BIGINT UNSIGNED NULL,
        notes VARCHAR(1000) NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        made_by BIGINT UNSIGNED NOT NULL,
        decided_by BIGINT UNSIGNED NULL,
        decided_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was decided on',
        refusal VARCHAR(500) NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        KEY valuations_asset (asset_id, status, valued_on),
        KEY valuations_waiting (unit_id, status, id),
        CONSTRAINT valuations_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT valuations_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT valuations_document_fk FOREIGN KEY (document_id) REFERENCES documents (id),
        CONSTRAINT valuations_basis CHECK (basis IN ('historic', 'cost', 'market', 'current_operational', 'committee', 'rent')),
        CONSTRAINT valuations_method CHECK (method IN ('comparison', 'income', 'cost', 'book', 'other')),
        CONSTRAINT valuations_amount CHECK (amount > 0),
        CONSTRAINT valuations_dates CHECK (valid_until >= valued_on),
        CONSTRAINT valuations_status CHECK (status IN ('draft', 'approved', 'refused', 'withdrawn')),
        CONSTRAINT valuations_decided CHECK ((status IN ('approved', 'refused')) = (decided_by IS NOT NULL)),
        CONSTRAINT valuations_maker_is_not_checker CHECK (decided_by IS NULL OR (decided_by <> made_by AND (valuer_id IS NULL OR decided_by <> valuer_id)))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('valuations')
  }
}
