import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER rights_live_by_the_rules BEFORE UPDATE ON rights FOR EACH ROW
      BEGIN
        DECLARE parts, denominators, whole, held BIGINT UNSIGNED;
        IF NEW.made_by IS NOT NULL THEN
          IF OLD.status <> 'draft' AND (NEW.asset_id <> OLD.asset_id OR NEW.party_id <> OLD.party_id OR NEW.valid_from <> OLD.valid_from
             OR NEW.valid_to <> OLD.valid_to OR NEW.period_amount <> OLD.period_amount OR NOT (NEW.slot_no <=> OLD.slot_no)
             OR NOT (NEW.document_hash <=> OLD.document_hash)) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved right keeps its asset, holder, slot, dates and rent: end it and make another';
          END IF;
          IF OLD.status = 'draft' AND NEW.status NOT IN ('draft', 'terminated') THEN
            SELECT COALESCE(SUM(numerator), 0), COUNT(DISTINCT denominator), COALESCE(MAX(denominator), 0)
              INTO parts, denominators, whole FROM right_shares WHERE right_id = NEW.id;
            IF denominators <> 1 OR parts <> whole THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the shares of a right sum to exactly one';
            END IF;
          END IF;
          IF NEW.status = 'active' AND OLD.status <> 'active' AND NEW.kind NOT IN ('easement', 'mortgage') THEN
            SELECT COUNT(*) INTO held FROM right_slots
              WHERE right_id = NEW.id AND asset_id = NEW.asset_id AND valid_from <= NEW.valid_from AND valid_to >= NEW.valid_to;
            IF held = 0 THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a right becomes active only with its slot';
            END IF;
          END IF;
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER rights_live_by_the_rules')
  }
}
