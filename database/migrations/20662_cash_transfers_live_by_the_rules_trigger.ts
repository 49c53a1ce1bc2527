import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER cash_transfers_live_by_the_rules BEFORE UPDATE ON cash_transfers FOR EACH ROW
      BEGIN
        IF NEW.status <> OLD.status AND CONCAT(OLD.status, '>', NEW.status) NOT IN ('sent>received', 'sent>refused') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'cash_transfers: this state does not follow that one';
        END IF;
        IF OLD.status <> 'none' AND NOT (NEW.unit_id <=> OLD.unit_id AND NEW.to_unit_id <=> OLD.to_unit_id AND NEW.amount <=> OLD.amount AND NEW.sent_by <=> OLD.sent_by AND NEW.sent_on <=> OLD.sent_on AND NEW.number <=> OLD.number AND NEW.fiscal_year <=> OLD.fiscal_year) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent transfer keeps its amount and places';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER cash_transfers_live_by_the_rules')
  }
}
