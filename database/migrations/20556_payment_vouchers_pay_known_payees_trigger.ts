import { BaseSchema } from '@adonisjs/lucid/schema'

/** A form 50 is approved for a beneficiary with an account, and with no duplicate that nobody answers for. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER payment_vouchers_pay_known_payees BEFORE UPDATE ON payment_vouchers FOR EACH ROW
      BEGIN
        IF NEW.status = 'reviewed' AND OLD.status = 'submitted' THEN
          IF NEW.beneficiary_id IS NULL OR NEW.beneficiary_account_id IS NULL OR NEW.payee_iban IS NULL THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment voucher is approved for a beneficiary with an account';
          END IF;
          IF EXISTS (SELECT 1 FROM voucher_invoices i LEFT JOIN payment_claims c
              ON c.document_type = 'voucher_invoice' AND c.standing_document = i.id
              WHERE i.voucher_id = NEW.id AND (c.id IS NULL OR (c.verdict = 'blocked' AND c.overridden_by IS NULL))) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a duplicate claim is not approved unless another answers for it';
          END IF;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_vouchers_pay_known_payees')
  }
}
