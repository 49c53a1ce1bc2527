import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER display_lists_keep_what_was_displayed BEFORE UPDATE ON display_lists FOR EACH ROW
      BEGIN
        IF OLD.status IN ('approved', 'withdrawn') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a displayed list that ended stays as it was';
        END IF;
        IF OLD.status = 'displayed' AND (NEW.status = 'draft' OR NEW.displayed_on <> OLD.displayed_on OR NEW.until_on <> OLD.until_on OR NEW.document_hash <> OLD.document_hash) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what hangs out keeps its days and its text';
        END IF;
        IF NEW.status = 'approved' AND (OLD.status <> 'displayed' OR EXISTS (SELECT 1 FROM display_objections WHERE list_id = NEW.id AND status = 'open')) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a list is approved after its display and the decision of its objections';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER display_lists_keep_what_was_displayed')
  }
}
