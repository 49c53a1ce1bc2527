import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER rights_begin_as_drafts BEFORE INSERT ON rights FOR EACH ROW
      BEGIN
        IF NEW.made_by IS NOT NULL AND NEW.status <> 'draft' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a right made here begins as a draft';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER rights_begin_as_drafts')
  }
}
