import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE beneficiary_accounts (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        beneficiary_id BIGINT UNSIGNED NOT NULL,
        iban CHAR(29) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        bank_name VARCHAR(160) NOT NULL,
        reason VARCHAR(500) NOT NULL COMMENT 'what the request rests on: the letter of the bank, of the supplier',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'proposed',
        holds_from DATE NULL COMMENT 'first day on which he is paid into it: the day of approval and the cooling days',
        holds_until DATE NULL COMMENT 'day from which the next account holds',
        made_by BIGINT UNSIGNED NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        approved_by BIGINT UNSIGNED NULL,
        approved_at DATETIME(3) NULL,
        document_hash BINARY(32) NULL,
        refusal VARCHAR(500) NULL COMMENT 'why it was refused or stopped',
        stopped_by BIGINT UNSIGNED NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        import_id BIGINT UNSIGNED NULL,
        is_waiting TINYINT(1) AS (IF(status = 'proposed', 1, NULL)) PERSISTENT,
        is_last TINYINT(1) AS (IF(status = 'approved' AND holds_until IS NULL, 1, NULL)) PERSISTENT,
        UNIQUE KEY beneficiary_accounts_one_waits (beneficiary_id, is_waiting),
        UNIQUE KEY beneficiary_accounts_one_last (beneficiary_id, is_last),
        KEY beneficiary_accounts_iban (iban),
        KEY beneficiary_accounts_waiting (unit_id, status, id),
        KEY beneficiary_accounts_import (import_id),
        CONSTRAINT beneficiary_accounts_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT beneficiary_accounts_of_fk FOREIGN KEY (beneficiary_id) REFERENCES beneficiaries (id),
        CONSTRAINT beneficiary_accounts_iban_form CHECK (iban REGEXP '^EG[0-9]{27}$'),
        CONSTRAINT beneficiary_accounts_status CHECK (status IN ('proposed', 'approved', 'refused', 'withdrawn', 'stopped')),
        CONSTRAINT beneficiary_accounts_maker CHECK (made_by IS NOT NULL OR import_id IS NOT NULL),
        CONSTRAINT beneficiary_accounts_maker_is_not_checker CHECK (approved_by IS NULL OR made_by IS NULL OR approved_by <> made_by),
        CONSTRAINT beneficiary_accounts_approved CHECK (status NOT IN ('approved', 'stopped') OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND holds_from IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT beneficiary_accounts_ended CHECK (status NOT IN ('refused', 'stopped') OR refusal IS NOT NULL),
        CONSTRAINT beneficiary_accounts_stopped CHECK ((status = 'stopped') = (stopped_by IS NOT NULL)),
        CONSTRAINT beneficiary_accounts_order CHECK (holds_until IS NULL OR holds_until >= holds_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('beneficiary_accounts')
  }
}
