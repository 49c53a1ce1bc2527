import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER form_marks_no_update BEFORE UPDATE ON form_marks FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a layout keeps its places: another holds from a later day'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER form_marks_no_update')
  }
}
