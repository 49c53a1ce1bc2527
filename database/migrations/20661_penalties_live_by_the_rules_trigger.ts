import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER penalties_live_by_the_rules BEFORE UPDATE ON penalties FOR EACH ROW
      BEGIN
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN ('recorded>approved', 'recorded>refused', 'approved>executed', 'approved>cancelled', 'executed>cancelled') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'penalties: this state does not follow that one';
        END IF;
        IF OLD.status <> 'recorded' AND NOT (NEW.unit_id <=> OLD.unit_id AND NEW.fiscal_year <=> OLD.fiscal_year AND NEW.number <=> OLD.number AND NEW.party_id <=> OLD.party_id AND NEW.user_id <=> OLD.user_id AND NEW.violation <=> OLD.violation AND NEW.contract_no <=> OLD.contract_no AND NEW.contract_amount <=> OLD.contract_amount AND NEW.assessed <=> OLD.assessed) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved penalty keeps its person and what was assessed';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER penalties_live_by_the_rules')
  }
}
