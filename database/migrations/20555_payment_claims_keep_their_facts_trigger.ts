import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was claimed stays; what the checks say of it changes with what else is claimed. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('DROP TRIGGER payment_claims_are_fixed')
    this.schema.raw(`
      CREATE TRIGGER payment_claims_keep_their_facts BEFORE UPDATE ON payment_claims FOR EACH ROW
      BEGIN
        IF OLD.status <> 'standing' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment_claims: a withdrawn claim stays as it is';
        END IF;
        IF NEW.unit_id <> OLD.unit_id OR NEW.amount <> OLD.amount OR NEW.beneficiary_id <> OLD.beneficiary_id OR NEW.claimed_on <> OLD.claimed_on
          OR NEW.invoice_no <> OLD.invoice_no OR NEW.invoice_folded <> OLD.invoice_folded OR NOT (NEW.tax_uuid <=> OLD.tax_uuid)
          OR NEW.document_type <> OLD.document_type OR NEW.document_id <> OLD.document_id OR NEW.made_by <> OLD.made_by THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment_claims: a claim keeps its facts, it is only withdrawn';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_claims_keep_their_facts')
    this.schema.raw(`
      CREATE TRIGGER payment_claims_are_fixed BEFORE UPDATE ON payment_claims FOR EACH ROW
      BEGIN
        IF OLD.status <> 'standing' OR NEW.status <> 'withdrawn' OR NEW.amount <> OLD.amount OR NEW.beneficiary_id <> OLD.beneficiary_id OR NEW.claimed_on <> OLD.claimed_on
          OR NEW.invoice_no <> OLD.invoice_no OR NOT (NEW.tax_uuid <=> OLD.tax_uuid) OR NEW.verdict <> OLD.verdict OR NOT (NEW.override_reason <=> OLD.override_reason) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment_claims: a claim is only withdrawn';
        END IF;
      END
    `)
  }
}
