import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entries is append-only: reverse the entry'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_entries_no_update')
  }
}
