import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER credit_order_lines_no_update BEFORE UPDATE ON credit_order_lines FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'lines of a credit order are not changed: withdraw it'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER credit_order_lines_no_update')
  }
}
