import { BaseSchema } from '@adonisjs/lucid/schema'

/** A file of answers taken back leaves its orders waiting for the bank, as they were. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE OR REPLACE TRIGGER payment_orders_keep_what_was_made BEFORE UPDATE ON payment_orders FOR EACH ROW
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN (
          'made>signed_first', 'made>void', 'signed_first>signed', 'signed_first>void',
          'signed>executed', 'signed>rejected', 'executed>signed', 'rejected>signed') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment order does not make this step';
        ELSEIF NOT (NEW.unit_id = OLD.unit_id AND NEW.fiscal_year = OLD.fiscal_year AND NEW.number = OLD.number
          AND NEW.voucher_id = OLD.voucher_id AND NEW.bank_account_id = OLD.bank_account_id
          AND NEW.method = OLD.method AND NEW.cheque_no <=> OLD.cheque_no AND NEW.amount = OLD.amount
          AND NEW.payee_name = OLD.payee_name AND NEW.payee_iban <=> OLD.payee_iban AND NEW.made_by = OLD.made_by)
          OR (OLD.status <> 'made' AND NOT (NEW.document_hash <=> OLD.document_hash AND NEW.first_signed_by <=> OLD.first_signed_by))
          OR (OLD.status NOT IN ('made', 'signed_first') AND NOT (NEW.second_signed_by <=> OLD.second_signed_by)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment order keeps what was made and signed: void it and make another';
        END IF
    `)
  }

  async down() {
    this.schema
      .raw(`      CREATE OR REPLACE TRIGGER payment_orders_keep_what_was_made BEFORE UPDATE ON payment_orders FOR EACH ROW
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN (
          'made>signed_first', 'made>void', 'signed_first>signed', 'signed_first>void',
          'signed>executed', 'signed>rejected') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment order does not make this step';
        ELSEIF NOT (NEW.unit_id = OLD.unit_id AND NEW.fiscal_year = OLD.fiscal_year AND NEW.number = OLD.number
          AND NEW.voucher_id = OLD.voucher_id AND NEW.bank_account_id = OLD.bank_account_id
          AND NEW.method = OLD.method AND NEW.cheque_no <=> OLD.cheque_no AND NEW.amount = OLD.amount
          AND NEW.payee_name = OLD.payee_name AND NEW.payee_iban <=> OLD.payee_iban AND NEW.made_by = OLD.made_by)
          OR (OLD.status <> 'made' AND NOT (NEW.document_hash <=> OLD.document_hash AND NEW.first_signed_by <=> OLD.first_signed_by))
          OR (OLD.status NOT IN ('made', 'signed_first') AND NOT (NEW.second_signed_by <=> OLD.second_signed_by)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment order keeps what was made and signed: void it and make another';
        END IF`)
  }
}
