import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER virements_live_by_the_rules BEFORE UPDATE ON virements FOR EACH ROW
      BEGIN
        DECLARE taken, given DECIMAL(20,2);
        IF NEW.status <> OLD.status AND NOT (
             (OLD.status = 'draft' AND NEW.status IN ('proposed', 'withdrawn'))
          OR (OLD.status = 'proposed' AND NEW.status IN ('approved', 'refused', 'withdrawn'))) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a virement does not go from this state to that one';
        END IF;
        IF NEW.unit_id <> OLD.unit_id OR NEW.fiscal_year <> OLD.fiscal_year OR NEW.number <> OLD.number OR NEW.made_by <> OLD.made_by
           OR (OLD.status <> 'draft' AND (NEW.scope <> OLD.scope OR NEW.amount <> OLD.amount OR NEW.reason <> OLD.reason
               OR NOT (NEW.decision_no <=> OLD.decision_no) OR NOT (NEW.decision_on <=> OLD.decision_on)
               OR NOT (NEW.decision_authority <=> OLD.decision_authority)))
           OR (OLD.first_approved_by IS NOT NULL AND NOT (NEW.first_approved_by <=> OLD.first_approved_by))
           OR OLD.status IN ('approved', 'refused', 'withdrawn') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a proposed virement keeps what it says: withdraw it and propose another';
        END IF;
        IF NEW.status = 'approved' THEN
          SELECT COALESCE(SUM(IF(amount < 0, -amount, 0)), 0), COALESCE(SUM(IF(amount > 0, amount, 0)), 0) INTO taken, given
            FROM virement_lines WHERE virement_id = NEW.id;
          IF taken <> given OR given <> NEW.amount THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a virement gives what it takes, and that is its amount';
          END IF;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER virements_live_by_the_rules')
  }
}
