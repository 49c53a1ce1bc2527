import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE historical_payments (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        identity BINARY(16) NOT NULL COMMENT 'what the row says, and its place among equal rows of its file',
        beneficiary_id BIGINT UNSIGNED NULL,
        payee_no VARCHAR(60) NULL,
        payee_name VARCHAR(200) NOT NULL,
        payee_folded VARCHAR(200) NOT NULL,
        paid_on DATE NOT NULL,
        amount DECIMAL(18,2) NOT NULL COMMENT 'below zero: taken back',
        reference VARCHAR(60) NOT NULL DEFAULT '',
        invoice_no VARCHAR(60) NOT NULL DEFAULT '',
        invoice_folded VARCHAR(60) NOT NULL DEFAULT '',
        tax_uuid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        department VARCHAR(160) NOT NULL DEFAULT '',
        department_folded VARCHAR(160) NOT NULL DEFAULT '',
        item_class VARCHAR(60) NOT NULL DEFAULT '',
        purpose VARCHAR(255) NOT NULL DEFAULT '',
        import_id BIGINT UNSIGNED NULL,
        UNIQUE KEY historical_payments_once (unit_id, identity),
        KEY historical_payments_list (unit_id, paid_on, id),
        KEY historical_payments_number (unit_id, payee_no),
        KEY historical_payments_payee (unit_id, payee_folded),
        KEY historical_payments_invoice (beneficiary_id, invoice_folded),
        KEY historical_payments_amount (beneficiary_id, amount, paid_on),
        KEY historical_payments_day (beneficiary_id, paid_on),
        KEY historical_payments_department (unit_id, department_folded, item_class, paid_on),
        KEY historical_payments_tax_uuid (tax_uuid),
        CONSTRAINT historical_payments_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT historical_payments_beneficiary_fk FOREIGN KEY (beneficiary_id) REFERENCES beneficiaries (id) ON DELETE SET NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('historical_payments')
  }
}
