import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER rule_changes_live_by_the_table BEFORE UPDATE ON rule_changes FOR EACH ROW
        IF OLD.status <> 'proposed' OR NEW.subject <> OLD.subject OR NEW.rule_key <> OLD.rule_key OR NEW.kind <> OLD.kind
          OR NOT (NEW.base_id <=> OLD.base_id) OR NOT (NEW.new_values <=> OLD.new_values) OR NOT (NEW.old_values <=> OLD.old_values)
          OR NOT (NEW.valid_from <=> OLD.valid_from) OR NEW.legal_reference <> OLD.legal_reference OR NEW.reason <> OLD.reason
          OR NEW.made_by <> OLD.made_by THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a change of a rule keeps what was proposed and decided: withdraw it and propose another';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER rule_changes_live_by_the_table')
  }
}
