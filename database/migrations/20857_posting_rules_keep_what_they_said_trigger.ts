import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER posting_rules_keep_what_they_said BEFORE UPDATE ON posting_rules FOR EACH ROW
        IF NOT (NEW.document <=> OLD.document) OR NOT (NEW.event <=> OLD.event) OR NOT (NEW.amount_key <=> OLD.amount_key) OR NOT (NEW.side <=> OLD.side)
          OR NOT (NEW.account_code <=> OLD.account_code) OR NOT (NEW.sort_order <=> OLD.sort_order) OR NOT (NEW.valid_from <=> OLD.valid_from)
          OR (OLD.valid_to IS NOT NULL AND NOT (NEW.valid_to <=> OLD.valid_to)) OR (OLD.confirmed = 1 AND NEW.legal_reference <> OLD.legal_reference)
          OR NEW.confirmed < OLD.confirmed THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a rule keeps what it said: another version holds from a later day';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER posting_rules_keep_what_they_said')
  }
}
