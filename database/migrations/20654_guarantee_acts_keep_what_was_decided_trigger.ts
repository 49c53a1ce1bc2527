import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER guarantee_acts_keep_what_was_decided BEFORE UPDATE ON guarantee_acts FOR EACH ROW
      BEGIN
        IF OLD.status <> 'proposed' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decided act on a guarantee is not changed';
        END IF;
      END
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER guarantee_acts_keep_what_was_decided')
  }
}
