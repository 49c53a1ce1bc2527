import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER ledger_sealings_no_update BEFORE UPDATE ON ledger_sealings FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_sealings is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER ledger_sealings_no_update')
  }
}
