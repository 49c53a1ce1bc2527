import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_lines_no_delete BEFORE DELETE ON ledger_lines FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_lines is append-only: reverse the entry'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_lines_no_delete')
  }
}
