import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER virement_lines_no_delete BEFORE DELETE ON virement_lines FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'lines of a virement do not change: withdraw it and propose another'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER virement_lines_no_delete')
  }
}
