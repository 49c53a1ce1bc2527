import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER commitments_live_by_the_rules BEFORE UPDATE ON commitments FOR EACH ROW
      BEGIN
        IF NEW.status <> OLD.status AND NOT (
             (OLD.status = 'draft' AND NEW.status IN ('reserved', 'committed', 'cancelled'))
          OR (OLD.status = 'reserved' AND NEW.status IN ('committed', 'cancelled'))
          OR (OLD.status = 'committed' AND NEW.status IN ('settled', 'cancelled', 'carried'))
          OR (OLD.status = 'settled' AND NEW.status = 'committed')) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a commitment does not go from this state to that one';
        END IF;
        IF NEW.unit_id <> OLD.unit_id OR NEW.fiscal_year <> OLD.fiscal_year OR NEW.number <> OLD.number
           OR NEW.made_by <> OLD.made_by OR NOT (NEW.carried_from_id <=> OLD.carried_from_id) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a commitment keeps its unit, year, number and maker';
        END IF;
        IF OLD.status <> 'draft' AND (NEW.line_id <> OLD.line_id OR NEW.purpose <> OLD.purpose
           OR NOT (NEW.need_no <=> OLD.need_no) OR NOT (NEW.payee_name <=> OLD.payee_name)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a commitment that holds credit keeps its line, purpose and payee';
        END IF;
        IF OLD.document_hash IS NOT NULL AND (NOT (NEW.document_hash <=> OLD.document_hash) OR NOT (NEW.approved_by <=> OLD.approved_by)
           OR NOT (NEW.appropriation_no <=> OLD.appropriation_no)) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an approved commitment keeps its approval and its appropriation number';
        END IF;
        IF (NEW.amount <> OLD.amount AND OLD.status NOT IN ('draft', 'committed', 'settled'))
           OR (NEW.paid <> OLD.paid AND OLD.status NOT IN ('committed', 'settled')) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only a standing commitment changes its amount or is paid';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER commitments_live_by_the_rules')
  }
}
