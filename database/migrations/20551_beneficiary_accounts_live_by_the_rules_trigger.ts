import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER beneficiary_accounts_live_by_the_rules BEFORE UPDATE ON beneficiary_accounts FOR EACH ROW
      BEGIN
        IF NEW.iban <> OLD.iban OR NEW.beneficiary_id <> OLD.beneficiary_id OR NEW.unit_id <> OLD.unit_id OR NOT (NEW.made_by <=> OLD.made_by) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'beneficiary_accounts: an account is not rewritten, another is proposed';
        END IF;
        IF OLD.status <> 'proposed' AND NOT (NEW.approved_by <=> OLD.approved_by AND NEW.approved_at <=> OLD.approved_at AND NEW.holds_from <=> OLD.holds_from AND NEW.document_hash <=> OLD.document_hash) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'beneficiary_accounts: a decision is not rewritten';
        END IF;
        IF NEW.status <> OLD.status AND NOT ((OLD.status = 'proposed' AND NEW.status IN ('approved', 'refused', 'withdrawn')) OR (OLD.status = 'approved' AND NEW.status = 'stopped')) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'beneficiary_accounts: no such step';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER beneficiary_accounts_live_by_the_rules')
  }
}
