import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER dated_settings_confirmed_no_delete BEFORE DELETE ON dated_settings FOR EACH ROW
        IF OLD.confirmed = 1 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a confirmed setting ends on a day, it is never deleted';
        END IF
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER dated_settings_confirmed_no_delete')
  }
}
