import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE guarantees (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year',
        purpose VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'temporary (bid), final (performance), advance (prepayment)',
        form VARCHAR(8) CHARACTER SET ascii NOT NULL,
        party_id BIGINT UNSIGNED NOT NULL,
        party_name VARCHAR(200) NOT NULL,
        subject_no VARCHAR(60) NOT NULL COMMENT 'tender or contract',
        subject VARCHAR(300) NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        released DECIMAL(18,2) NOT NULL DEFAULT 0,
        forfeited DECIMAL(18,2) NOT NULL DEFAULT 0,
        reference_no VARCHAR(60) NOT NULL COMMENT 'of the letter, receipt or cheque',
        bank_name VARCHAR(150) NULL,
        receipt_id BIGINT UNSIGNED NULL COMMENT 'receipt 33 by which the cash came in',
        issued_on DATE NOT NULL,
        expires_on DATE NULL COMMENT 'last day on which a letter can be claimed',
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        ended_on DATE NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        version INT UNSIGNED NOT NULL DEFAULT 1,
        open_amount DECIMAL(18,2) AS (IF(status IN ('held', 'called'), amount - released - forfeited, 0)) PERSISTENT,
        UNIQUE KEY guarantees_number (unit_id, fiscal_year, number),
        UNIQUE KEY guarantees_paper (form, bank_name, reference_no),
        UNIQUE KEY guarantees_receipt (receipt_id),
        KEY guarantees_expiry (unit_id, status, expires_on, id),
        KEY guarantees_party (party_id),
        CONSTRAINT guarantees_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT guarantees_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT guarantees_receipt_fk FOREIGN KEY (receipt_id) REFERENCES receipts (id),
        CONSTRAINT guarantees_purpose CHECK (purpose IN ('temporary', 'final', 'advance')),
        CONSTRAINT guarantees_form CHECK (form IN ('letter', 'cash', 'cheque')),
        CONSTRAINT guarantees_bank CHECK (form = 'cash' OR bank_name IS NOT NULL),
        CONSTRAINT guarantees_letter_expires CHECK ((form = 'letter') = (expires_on IS NOT NULL)),
        CONSTRAINT guarantees_days CHECK (expires_on IS NULL OR expires_on > issued_on),
        CONSTRAINT guarantees_by_receipt CHECK (receipt_id IS NULL OR form = 'cash'),
        CONSTRAINT guarantees_status CHECK (status IN ('draft', 'received', 'held', 'called', 'released', 'forfeited', 'bounced', 'void')),
        CONSTRAINT guarantees_amount CHECK (amount > 0 AND released >= 0 AND forfeited >= 0 AND released + forfeited <= amount),
        CONSTRAINT guarantees_called CHECK (status <> 'called' OR form = 'letter'),
        CONSTRAINT guarantees_cleared CHECK (status NOT IN ('received', 'bounced') OR form = 'cheque'),
        CONSTRAINT guarantees_spent CHECK ((status IN ('released', 'forfeited')) = (released + forfeited = amount)),
        CONSTRAINT guarantees_ended CHECK ((status IN ('released', 'forfeited', 'bounced', 'void')) = (ended_on IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('guarantees')
  }
}
