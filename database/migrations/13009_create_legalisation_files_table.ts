import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE legalisation_files (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        portal_no VARCHAR(40) NOT NULL COMMENT 'number of the national portal',
        case_id BIGINT UNSIGNED NULL,
        episode SMALLINT UNSIGNED NULL,
        asset_id BIGINT UNSIGNED NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'active',
        filed_on DATE NOT NULL,
        applicant_name VARCHAR(200) NOT NULL,
        folded_applicant VARCHAR(200) NOT NULL,
        ground VARCHAR(12) CHARACTER SET ascii NOT NULL,
        area_m2 DECIMAL(18,4) NOT NULL,
        carried_over BOOLEAN NOT NULL DEFAULT 0 COMMENT 'pending under Law 144/2017: fees are not paid twice',
        exam_fee DECIMAL(18,2) NULL,
        inspection_fee DECIMAL(18,2) NULL,
        tariff VARCHAR(300) NULL COMMENT 'legal reference of the tariff by which they were computed',
        fees_paid_on DATE NULL,
        fees_receipt_no VARCHAR(60) NULL,
        inspected_on DATE NULL,
        inspector_id BIGINT UNSIGNED NULL,
        inspection_note VARCHAR(1000) NULL,
        valuation DECIMAL(18,2) NULL,
        valued_on DATE NULL,
        valued_by BIGINT UNSIGNED NULL,
        committee_no VARCHAR(60) NULL,
        committee_on DATE NULL,
        decided_by BIGINT UNSIGNED NULL,
        decision_reason VARCHAR(1000) NULL,
        grievance_until DATE NULL,
        grieved_on DATE NULL,
        grievance_no VARCHAR(60) NULL,
        grievance_decided_on DATE NULL,
        grievance_decided_by BIGINT UNSIGNED NULL,
        grievance_reason VARCHAR(1000) NULL,
        contract_no VARCHAR(60) NULL,
        contract_on DATE NULL,
        contract_amount DECIMAL(18,2) NULL,
        paid_on DATE NULL,
        paid_receipt_no VARCHAR(60) NULL,
        closed_on DATE NULL,
        close_reason VARCHAR(500) NULL,
        made_by BIGINT UNSIGNED NULL COMMENT 'NULL: from the portal''s file',
        import_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        live_case BIGINT UNSIGNED AS (IF(status = 'active', case_id, NULL)) PERSISTENT,
        UNIQUE KEY legalisation_files_portal_no (portal_no),
        UNIQUE KEY legalisation_files_one_live (live_case),
        KEY legalisation_files_unit (unit_id, status, filed_on),
        KEY legalisation_files_case (case_id),
        KEY legalisation_files_asset (asset_id, status),
        KEY legalisation_files_import (import_id),
        CONSTRAINT legalisation_files_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT legalisation_files_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id),
        CONSTRAINT legalisation_files_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT legalisation_files_status CHECK (status IN ('active', 'rejected', 'abandoned', 'settled')),
        CONSTRAINT legalisation_files_ground CHECK (ground IN ('agricultural', 'built')),
        CONSTRAINT legalisation_files_closed CHECK ((status <> 'active') = (closed_on IS NOT NULL)),
        CONSTRAINT legalisation_files_area CHECK (area_m2 > 0),
        CONSTRAINT legalisation_files_money CHECK ((exam_fee IS NULL OR exam_fee >= 0) AND (inspection_fee IS NULL OR inspection_fee >= 0) AND (valuation IS NULL OR valuation > 0) AND (contract_amount IS NULL OR contract_amount > 0)),
        CONSTRAINT legalisation_files_valuer_is_not_decider CHECK (decided_by IS NULL OR valued_by IS NULL OR decided_by <> valued_by),
        CONSTRAINT legalisation_files_maker_is_not_decider CHECK (decided_by IS NULL OR made_by IS NULL OR decided_by <> made_by),
        CONSTRAINT legalisation_files_other_hand_on_grievance CHECK (grievance_decided_by IS NULL OR decided_by IS NULL OR grievance_decided_by <> decided_by),
        CONSTRAINT legalisation_files_paid CHECK (status <> 'settled' OR (contract_on IS NOT NULL AND paid_on IS NOT NULL AND paid_on >= contract_on))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('legalisation_files')
  }
}
