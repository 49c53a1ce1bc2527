import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER form_layouts_keep_what_they_said BEFORE UPDATE ON form_layouts FOR EACH ROW
        IF NOT (NEW.form <=> OLD.form) OR NOT (NEW.name_ar <=> OLD.name_ar) OR NOT (NEW.name_en <=> OLD.name_en) OR NOT (NEW.width_mm <=> OLD.width_mm)
          OR NOT (NEW.height_mm <=> OLD.height_mm) OR NOT (NEW.valid_from <=> OLD.valid_from)
          OR (OLD.valid_to IS NOT NULL AND NOT (NEW.valid_to <=> OLD.valid_to)) OR (OLD.confirmed = 1 AND NEW.legal_reference <> OLD.legal_reference)
          OR NEW.confirmed < OLD.confirmed THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a layout keeps what it said: another holds from a later day';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER form_layouts_keep_what_they_said')
  }
}
