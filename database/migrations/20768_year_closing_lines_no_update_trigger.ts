import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER year_closing_lines_no_update BEFORE UPDATE ON year_closing_lines FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'balances of a closing are written anew, never changed'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER year_closing_lines_no_update')
  }
}
