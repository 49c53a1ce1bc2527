import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER assets_no_delete_once_recorded BEFORE DELETE ON assets FOR EACH ROW
        IF OLD.record_status <> 'draft'
          AND NOT EXISTS (SELECT 1 FROM imports WHERE id = OLD.import_id AND state = 'undoing') THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a recorded asset is not deleted: propose a cancelling transaction';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER assets_no_delete_once_recorded')
  }
}
