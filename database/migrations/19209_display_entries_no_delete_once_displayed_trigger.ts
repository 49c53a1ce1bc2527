import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER display_entries_no_delete_once_displayed BEFORE DELETE ON display_entries FOR EACH ROW
      BEGIN
        IF EXISTS (SELECT 1 FROM display_lists WHERE id = OLD.list_id AND status <> 'draft') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what hung out is not deleted';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER display_entries_no_delete_once_displayed')
  }
}
