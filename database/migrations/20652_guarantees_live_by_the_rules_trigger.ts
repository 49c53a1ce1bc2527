import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER guarantees_live_by_the_rules BEFORE UPDATE ON guarantees FOR EACH ROW
      BEGIN
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN ('draft>held', 'draft>received', 'draft>void', 'received>held', 'received>bounced', 'held>released', 'held>forfeited', 'held>called', 'called>held', 'called>forfeited') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'guarantees: this state does not follow that one';
        END IF;
        IF OLD.status <> 'draft' AND NOT (NEW.unit_id <=> OLD.unit_id AND NEW.fiscal_year <=> OLD.fiscal_year AND NEW.number <=> OLD.number AND NEW.purpose <=> OLD.purpose AND NEW.form <=> OLD.form AND NEW.party_id <=> OLD.party_id AND NEW.subject_no <=> OLD.subject_no AND NEW.amount <=> OLD.amount AND NEW.reference_no <=> OLD.reference_no AND NEW.bank_name <=> OLD.bank_name AND NEW.receipt_id <=> OLD.receipt_id AND NEW.issued_on <=> OLD.issued_on) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an accepted guarantee keeps its party, form and amount';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER guarantees_live_by_the_rules')
  }
}
