import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE payment_claims (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        beneficiary_id BIGINT UNSIGNED NOT NULL,
        claimed_on DATE NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        invoice_no VARCHAR(60) NOT NULL DEFAULT '',
        invoice_folded VARCHAR(60) NOT NULL DEFAULT '',
        tax_uuid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the electronic invoice',
        department VARCHAR(160) NOT NULL DEFAULT '',
        department_folded VARCHAR(160) NOT NULL DEFAULT '',
        item_class VARCHAR(60) NOT NULL DEFAULT '',
        document_type VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'the paper that claims: voucher_invoice …',
        document_id BIGINT UNSIGNED NOT NULL,
        label VARCHAR(60) NOT NULL COMMENT 'as people name that paper',
        verdict VARCHAR(8) CHARACTER SET ascii NOT NULL,
        findings LONGTEXT NOT NULL COMMENT 'JSON: what the checks said when it was recorded',
        override_reason VARCHAR(500) NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'standing',
        withdrawal_reason VARCHAR(500) NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        standing_uuid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin AS (IF(status = 'standing', tax_uuid, NULL)) PERSISTENT,
        standing_document BIGINT UNSIGNED AS (IF(status = 'standing', document_id, NULL)) PERSISTENT,
        UNIQUE KEY payment_claims_uuid_once (standing_uuid),
        UNIQUE KEY payment_claims_document_once (document_type, standing_document),
        KEY payment_claims_invoice (beneficiary_id, invoice_folded),
        KEY payment_claims_amount (beneficiary_id, amount, claimed_on),
        KEY payment_claims_department (unit_id, department_folded, item_class, claimed_on),
        CONSTRAINT payment_claims_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT payment_claims_beneficiary_fk FOREIGN KEY (beneficiary_id) REFERENCES beneficiaries (id),
        CONSTRAINT payment_claims_amount_above_zero CHECK (amount > 0),
        CONSTRAINT payment_claims_verdict CHECK (verdict = 'clear' OR (verdict = 'suspect' AND override_reason IS NOT NULL)),
        CONSTRAINT payment_claims_status CHECK (status IN ('standing', 'withdrawn')),
        CONSTRAINT payment_claims_withdrawn CHECK ((status = 'withdrawn') = (withdrawal_reason IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('payment_claims')
  }
}
