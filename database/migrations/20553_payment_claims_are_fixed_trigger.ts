import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
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

  async down() {
    this.schema.raw('DROP TRIGGER payment_claims_are_fixed')
  }
}
