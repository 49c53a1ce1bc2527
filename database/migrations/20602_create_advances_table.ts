import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE advances (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        kind VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'permanent 62, travel 51, transport 170, supplier',
        holder_user_id BIGINT UNSIGNED NULL,
        party_id BIGINT UNSIGNED NULL COMMENT 'who holds it where he has no account, and every supplier',
        holder_name VARCHAR(200) NOT NULL,
        contract_no VARCHAR(60) NULL COMMENT 'of a supplier prepayment',
        guarantee_id BIGINT UNSIGNED NULL COMMENT 'the letter against which a supplier is paid ahead',
        amount DECIMAL(18,2) NOT NULL,
        settled DECIMAL(18,2) NOT NULL DEFAULT 0,
        replenished DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'spent and paid back to the holder (استعاضة)',
        purpose VARCHAR(500) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'requested',
        requested_on DATE NOT NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        approved_by BIGINT UNSIGNED NULL,
        approved_on DATE NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was approved',
        refusal VARCHAR(500) NULL,
        paid_on DATE NULL,
        payment_no VARCHAR(60) NULL COMMENT 'the order that paid it',
        due_on DATE NULL COMMENT 'by when it is settled, by the rule of the day it was paid',
        settled_on DATE NULL,
        ledger_entry_id BIGINT UNSIGNED NULL,
        version INT UNSIGNED NOT NULL DEFAULT 1,
        open_amount DECIMAL(18,2) AS (IF(status = 'paid', amount - settled, 0)) PERSISTENT,
        open_holder VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (IF(status IN ('requested', 'approved', 'paid'), CONCAT(kind, '/', IFNULL(CONCAT('u', holder_user_id), CONCAT('p', party_id)), '/', IFNULL(contract_no, '')), NULL)) PERSISTENT,
        UNIQUE KEY advances_number (unit_id, fiscal_year, number),
        UNIQUE KEY advances_one_open (open_holder),
        KEY advances_due (unit_id, status, due_on, id),
        KEY advances_party (party_id),
        CONSTRAINT advances_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT advances_holder_fk FOREIGN KEY (holder_user_id) REFERENCES users (id),
        CONSTRAINT advances_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT advances_entry_fk FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entries (id),
        CONSTRAINT advances_kind CHECK (kind IN ('permanent', 'travel', 'transport', 'supplier')),
        CONSTRAINT advances_one_holder CHECK ((holder_user_id IS NULL) <> (party_id IS NULL)),
        CONSTRAINT advances_supplier CHECK (kind <> 'supplier' OR (party_id IS NOT NULL AND contract_no IS NOT NULL)),
        CONSTRAINT advances_contract CHECK (kind = 'supplier' OR contract_no IS NULL),
        CONSTRAINT advances_status CHECK (status IN ('requested', 'approved', 'refused', 'cancelled', 'paid', 'settled')),
        CONSTRAINT advances_amount CHECK (amount > 0),
        CONSTRAINT advances_within CHECK (settled BETWEEN 0 AND amount AND replenished >= 0),
        CONSTRAINT advances_replenished CHECK (kind = 'permanent' OR replenished = 0),
        CONSTRAINT advances_maker_is_not_checker CHECK (approved_by IS NULL OR approved_by <> made_by),
        CONSTRAINT advances_approved CHECK (status NOT IN ('approved', 'paid', 'settled') OR (approved_by IS NOT NULL AND approved_on IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT advances_paid CHECK (status NOT IN ('paid', 'settled') OR (paid_on IS NOT NULL AND due_on IS NOT NULL AND payment_no IS NOT NULL AND ledger_entry_id IS NOT NULL)),
        CONSTRAINT advances_settled CHECK ((status = 'settled') = (settled = amount) AND (status = 'settled') = (settled_on IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('advances')
  }
}
