import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER commitments_begin_as_drafts BEFORE INSERT ON commitments FOR EACH ROW
      BEGIN
        IF NEW.paid <> 0 OR NEW.status <> 'draft' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a commitment begins as a request';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER commitments_begin_as_drafts')
  }
}
