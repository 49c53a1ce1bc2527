import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER dated_settings_keep_what_was_confirmed BEFORE UPDATE ON dated_settings FOR EACH ROW
        IF OLD.confirmed = 1 AND (NEW.name <> OLD.name OR NOT (NEW.unit_id <=> OLD.unit_id) OR NOT (NEW.value <=> OLD.value)
          OR NEW.valid_from <> OLD.valid_from OR NEW.legal_reference <> OLD.legal_reference OR NEW.confirmed = 0
          OR (OLD.valid_to IS NOT NULL AND NOT (NEW.valid_to <=> OLD.valid_to))) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a confirmed setting keeps what it said: another version holds from a later day';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER dated_settings_keep_what_was_confirmed')
  }
}
