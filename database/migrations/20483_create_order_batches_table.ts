import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE order_batches (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        bank_account_id BIGINT UNSIGNED NOT NULL COMMENT 'from which all its orders are paid',
        layout_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        order_count INT UNSIGNED NOT NULL,
        total DECIMAL(18,2) NOT NULL,
        account_check BIGINT UNSIGNED NOT NULL COMMENT 'last ten digits of the payees accounts added up, of that the last ten',
        status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'made',
        made_by BIGINT UNSIGNED NOT NULL,
        made_on DATE NOT NULL,
        first_signed_by BIGINT UNSIGNED NULL,
        first_signed_at DATETIME(3) NULL,
        second_signed_by BIGINT UNSIGNED NULL,
        second_signed_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was signed',
        file_id BIGINT UNSIGNED NULL,
        file_hash BINARY(32) NULL COMMENT 'SHA-256 of the file as it was written',
        downloads INT UNSIGNED NOT NULL DEFAULT 0,
        end_reason VARCHAR(500) NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY order_batches_number (unit_id, fiscal_year, number),
        KEY order_batches_status (unit_id, status, id),
        CONSTRAINT order_batches_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT order_batches_bank_fk FOREIGN KEY (bank_account_id) REFERENCES bank_accounts (id),
        CONSTRAINT order_batches_layout_fk FOREIGN KEY (layout_code) REFERENCES order_file_layouts (code),
        CONSTRAINT order_batches_file_fk FOREIGN KEY (file_id) REFERENCES stored_files (id),
        CONSTRAINT order_batches_status CHECK (status IN ('made', 'signed_first', 'signed', 'cancelled')),
        CONSTRAINT order_batches_of_something CHECK (order_count > 0 AND total > 0),
        CONSTRAINT order_batches_two_signatories CHECK ((first_signed_by IS NULL OR first_signed_by <> made_by) AND (second_signed_by IS NULL OR (second_signed_by <> made_by AND second_signed_by <> first_signed_by))),
        CONSTRAINT order_batches_signed CHECK (status IN ('made', 'cancelled') OR (first_signed_by IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT order_batches_file CHECK ((status = 'signed') = (file_id IS NOT NULL) AND (file_id IS NULL) = (file_hash IS NULL) AND (file_id IS NULL OR second_signed_by IS NOT NULL)),
        CONSTRAINT order_batches_cancelled CHECK ((status = 'cancelled') = (end_reason IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('order_batches')
  }
}
