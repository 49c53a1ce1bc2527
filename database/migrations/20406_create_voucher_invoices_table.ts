import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE voucher_invoices (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        voucher_id BIGINT UNSIGNED NOT NULL,
        seq SMALLINT UNSIGNED NOT NULL,
        invoice_no VARCHAR(60) NOT NULL,
        invoice_on DATE NOT NULL,
        tax_uuid CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the tax authority, for electronic invoices',
        description VARCHAR(300) NULL,
        before_vat DECIMAL(18,2) NOT NULL,
        vat DECIMAL(18,2) NOT NULL DEFAULT 0,
        UNIQUE KEY voucher_invoices_seq (voucher_id, seq),
        UNIQUE KEY voucher_invoices_once (voucher_id, invoice_no),
        KEY voucher_invoices_no (invoice_no, before_vat),
        KEY voucher_invoices_tax (tax_uuid),
        CONSTRAINT voucher_invoices_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id),
        CONSTRAINT voucher_invoices_amounts CHECK (before_vat > 0 AND vat >= 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('voucher_invoices')
  }
}
