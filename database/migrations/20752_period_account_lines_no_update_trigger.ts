import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER period_account_lines_no_update BEFORE UPDATE ON period_account_lines FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'figures of an account are written anew, never changed'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER period_account_lines_no_update')
  }
}
