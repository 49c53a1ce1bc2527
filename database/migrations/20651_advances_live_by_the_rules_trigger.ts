import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER advances_live_by_the_rules BEFORE UPDATE ON advances FOR EACH ROW
      BEGIN
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN ('requested>approved', 'requested>refused', 'requested>cancelled', 'approved>paid', 'approved>cancelled', 'paid>settled') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'advances: this state does not follow that one';
        END IF;
        IF OLD.status <> 'requested' AND NOT (NEW.unit_id <=> OLD.unit_id AND NEW.fiscal_year <=> OLD.fiscal_year AND NEW.number <=> OLD.number AND NEW.kind <=> OLD.kind AND NEW.holder_user_id <=> OLD.holder_user_id AND NEW.party_id <=> OLD.party_id AND NEW.contract_no <=> OLD.contract_no AND NEW.amount <=> OLD.amount AND NEW.purpose <=> OLD.purpose) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved advance keeps its holder, kind and amount';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER advances_live_by_the_rules')
  }
}
