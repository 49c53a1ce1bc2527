import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE disposals (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        asset_id BIGINT UNSIGNED NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
        way VARCHAR(8) CHARACTER SET ascii NOT NULL,
        purpose VARCHAR(300) NOT NULL COMMENT 'binds the buyer or the allottee before and after the price is paid',
        status VARCHAR(16) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        direct_basis_id BIGINT UNSIGNED NULL COMMENT 'legal basis of dealing without an auction',
        undedication_id BIGINT UNSIGNED NULL,
        valuation_id BIGINT UNSIGNED NULL,
        awarded_party_id BIGINT UNSIGNED NULL,
        award_price DECIMAL(18,2) NULL,
        awarded_on DATE NULL,
        award_made_by BIGINT UNSIGNED NULL,
        award_approved_by BIGINT UNSIGNED NULL,
        title_no VARCHAR(60) NULL,
        title_on DATE NULL,
        transaction_id BIGINT UNSIGNED NULL COMMENT 'the change of the register that it ends in',
        refusal VARCHAR(500) NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        approved_by BIGINT UNSIGNED NULL,
        approved_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was approved',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        live_asset_id BIGINT UNSIGNED AS (IF(status IN ('closed', 'refused', 'withdrawn'), NULL, asset_id)) PERSISTENT,
        UNIQUE KEY disposals_number (unit_id, fiscal_year, number),
        UNIQUE KEY disposals_one_at_a_time (live_asset_id),
        KEY disposals_asset (asset_id),
        KEY disposals_state (unit_id, status, id),
        CONSTRAINT disposals_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT disposals_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT disposals_party_fk FOREIGN KEY (awarded_party_id) REFERENCES parties (id),
        CONSTRAINT disposals_basis_fk FOREIGN KEY (direct_basis_id) REFERENCES legal_bases (id),
        CONSTRAINT disposals_undedication_fk FOREIGN KEY (undedication_id) REFERENCES legal_bases (id),
        CONSTRAINT disposals_valuation_fk FOREIGN KEY (valuation_id) REFERENCES valuations (id),
        CONSTRAINT disposals_transaction_fk FOREIGN KEY (transaction_id) REFERENCES register_transactions (id),
        CONSTRAINT disposals_kind CHECK (kind IN ('sale', 'allocation')),
        CONSTRAINT disposals_way CHECK (way IN ('auction', 'direct')),
        CONSTRAINT disposals_direct_has_basis CHECK (way = 'auction' OR direct_basis_id IS NOT NULL),
        CONSTRAINT disposals_status CHECK (status IN ('proposed', 'domain_checked', 'valued', 'approved', 'offered', 'award_proposed', 'awarded', 'instalments', 'titled', 'closed', 'refused', 'withdrawn')),
        CONSTRAINT disposals_maker_is_not_checker CHECK (approved_by IS NULL OR approved_by <> made_by),
        CONSTRAINT disposals_award_maker_is_not_checker CHECK (award_approved_by IS NULL OR award_approved_by <> award_made_by),
        CONSTRAINT disposals_approved CHECK (status IN ('proposed', 'domain_checked', 'valued', 'refused', 'withdrawn') OR approved_by IS NOT NULL),
        CONSTRAINT disposals_awarded CHECK (status NOT IN ('awarded', 'instalments', 'titled', 'closed') OR (award_approved_by IS NOT NULL AND awarded_party_id IS NOT NULL AND award_price IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('disposals')
  }
}
