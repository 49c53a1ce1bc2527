import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER deduction_rates_keep_what_they_said BEFORE UPDATE ON deduction_rates FOR EACH ROW
        IF NOT (NEW.payment_type <=> OLD.payment_type) OR NOT (NEW.kind <=> OLD.kind) OR NOT (NEW.name_ar <=> OLD.name_ar) OR NOT (NEW.name_en <=> OLD.name_en)
          OR NOT (NEW.method <=> OLD.method) OR NOT (NEW.base <=> OLD.base) OR NOT (NEW.of_kind <=> OLD.of_kind) OR NOT (NEW.rate <=> OLD.rate)
          OR NOT (NEW.applies_above <=> OLD.applies_above) OR NOT (NEW.exempt <=> OLD.exempt) OR NOT (NEW.round_to <=> OLD.round_to) OR NOT (NEW.sort_order <=> OLD.sort_order)
          OR NOT (NEW.valid_from <=> OLD.valid_from)
          OR (OLD.valid_to IS NOT NULL AND NOT (NEW.valid_to <=> OLD.valid_to)) OR (OLD.confirmed = 1 AND NEW.legal_reference <> OLD.legal_reference)
          OR NEW.confirmed < OLD.confirmed THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a rule keeps what it said: another version holds from a later day';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER deduction_rates_keep_what_they_said')
  }
}
