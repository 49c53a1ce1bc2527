import { BaseSchema } from '@adonisjs/lucid/schema'

/** A file of answers taken back leaves its forms waiting for the bank, as they were. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER payment_vouchers_live_by_the_table BEFORE UPDATE ON payment_vouchers FOR EACH ROW
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN (
          'draft>submitted', 'draft>void',
          'submitted>returned', 'submitted>reviewed', 'submitted>void',
          'returned>submitted', 'returned>void',
          'reviewed>registered', 'reviewed>returned', 'reviewed>void',
          'registered>cleared', 'registered>void',
          'cleared>posted', 'cleared>void',
          'posted>ordered', 'posted>archived', 'posted>void',
          'ordered>signed_first', 'ordered>void',
          'signed_first>signed', 'signed_first>void',
          'signed>executed', 'signed>rejected',
          'rejected>ordered', 'rejected>void', 'rejected>signed',
          'executed>archived', 'executed>signed') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher does not make this step';
        ELSEIF OLD.status = 'posted' AND NEW.status = 'archived' AND NEW.net > 0 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a net amount is ordered before the voucher is archived';
        ELSEIF OLD.status NOT IN ('draft', 'returned') AND NOT (
          NEW.unit_id = OLD.unit_id AND NEW.fiscal_year = OLD.fiscal_year AND NEW.number = OLD.number
          AND NEW.payment_type = OLD.payment_type AND NEW.purpose = OLD.purpose AND NEW.due_on = OLD.due_on
          AND NEW.department <=> OLD.department AND NEW.payee_name = OLD.payee_name
          AND NEW.payee_iban <=> OLD.payee_iban AND NEW.beneficiary_id <=> OLD.beneficiary_id
          AND NEW.beneficiary_account_id <=> OLD.beneficiary_account_id
          AND NEW.commitment_id <=> OLD.commitment_id AND NEW.line_id <=> OLD.line_id
          AND NEW.before_vat = OLD.before_vat AND NEW.vat = OLD.vat AND NEW.gross = OLD.gross
          AND NEW.deductions = OLD.deductions AND NEW.net = OLD.net AND NEW.net_words = OLD.net_words
          AND NEW.made_by = OLD.made_by) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submitted payment voucher keeps its facts: void it or have it returned';
        ELSEIF OLD.document_hash IS NOT NULL AND NOT (NEW.document_hash <=> OLD.document_hash) AND NEW.status <> 'returned' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved payment voucher keeps its fingerprint';
        ELSEIF (OLD.book_55_no IS NOT NULL AND NOT (NEW.book_55_no <=> OLD.book_55_no AND NEW.book_55_on <=> OLD.book_55_on))
          OR (OLD.entry_id IS NOT NULL AND NOT (NEW.entry_id <=> OLD.entry_id AND NEW.book_224_no <=> OLD.book_224_no AND NEW.posted_on <=> OLD.posted_on)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher keeps its numbers in the books';
        END IF
    `)
  }

  async down() {
    this.schema
      .raw(`      CREATE OR REPLACE TRIGGER payment_vouchers_live_by_the_table BEFORE UPDATE ON payment_vouchers FOR EACH ROW
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN (
          'draft>submitted', 'draft>void',
          'submitted>returned', 'submitted>reviewed', 'submitted>void',
          'returned>submitted', 'returned>void',
          'reviewed>registered', 'reviewed>returned', 'reviewed>void',
          'registered>cleared', 'registered>void',
          'cleared>posted', 'cleared>void',
          'posted>ordered', 'posted>archived', 'posted>void',
          'ordered>signed_first', 'ordered>void',
          'signed_first>signed', 'signed_first>void',
          'signed>executed', 'signed>rejected',
          'rejected>ordered', 'rejected>void',
          'executed>archived') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher does not make this step';
        ELSEIF OLD.status = 'posted' AND NEW.status = 'archived' AND NEW.net > 0 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a net amount is ordered before the voucher is archived';
        ELSEIF OLD.status NOT IN ('draft', 'returned') AND NOT (
          NEW.unit_id = OLD.unit_id AND NEW.fiscal_year = OLD.fiscal_year AND NEW.number = OLD.number
          AND NEW.payment_type = OLD.payment_type AND NEW.purpose = OLD.purpose AND NEW.due_on = OLD.due_on
          AND NEW.department <=> OLD.department AND NEW.payee_name = OLD.payee_name
          AND NEW.payee_iban <=> OLD.payee_iban AND NEW.beneficiary_id <=> OLD.beneficiary_id
          AND NEW.beneficiary_account_id <=> OLD.beneficiary_account_id
          AND NEW.commitment_id <=> OLD.commitment_id AND NEW.line_id <=> OLD.line_id
          AND NEW.before_vat = OLD.before_vat AND NEW.vat = OLD.vat AND NEW.gross = OLD.gross
          AND NEW.deductions = OLD.deductions AND NEW.net = OLD.net AND NEW.net_words = OLD.net_words
          AND NEW.made_by = OLD.made_by) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submitted payment voucher keeps its facts: void it or have it returned';
        ELSEIF OLD.document_hash IS NOT NULL AND NOT (NEW.document_hash <=> OLD.document_hash) AND NEW.status <> 'returned' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved payment voucher keeps its fingerprint';
        ELSEIF (OLD.book_55_no IS NOT NULL AND NOT (NEW.book_55_no <=> OLD.book_55_no AND NEW.book_55_on <=> OLD.book_55_on))
          OR (OLD.entry_id IS NOT NULL AND NOT (NEW.entry_id <=> OLD.entry_id AND NEW.book_224_no <=> OLD.book_224_no AND NEW.posted_on <=> OLD.posted_on)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher keeps its numbers in the books';
        END IF`)
  }
}
