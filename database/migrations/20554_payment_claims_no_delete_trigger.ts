import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER payment_claims_no_delete BEFORE DELETE ON payment_claims FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment_claims keeps every claim: withdraw it'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_claims_no_delete')
  }
}
