import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER payment_papers_keep_what_they_said BEFORE UPDATE ON payment_papers FOR EACH ROW
        IF NOT (NEW.payment_type <=> OLD.payment_type) OR NOT (NEW.code <=> OLD.code) OR NOT (NEW.name_ar <=> OLD.name_ar) OR NOT (NEW.name_en <=> OLD.name_en)
          OR NOT (NEW.is_required <=> OLD.is_required) OR NOT (NEW.required_from <=> OLD.required_from) OR NOT (NEW.sort_order <=> OLD.sort_order) OR NOT (NEW.valid_from <=> OLD.valid_from)
          OR (OLD.valid_to IS NOT NULL AND NOT (NEW.valid_to <=> OLD.valid_to)) OR (OLD.confirmed = 1 AND NEW.legal_reference <> OLD.legal_reference)
          OR NEW.confirmed < OLD.confirmed THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a rule keeps what it said: another version holds from a later day';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_papers_keep_what_they_said')
  }
}
