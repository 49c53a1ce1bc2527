import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_seals_no_delete BEFORE DELETE ON ledger_seals FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_seals is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_seals_no_delete')
  }
}
