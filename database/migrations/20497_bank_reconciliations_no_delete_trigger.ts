import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER bank_reconciliations_no_delete BEFORE DELETE ON bank_reconciliations FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'reconciliation statements are not deleted'
    `)
  }

  async down() {
    this.schema.raw(`DROP TRIGGER bank_reconciliations_no_delete`)
  }
}
