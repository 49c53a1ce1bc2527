import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER payment_vouchers_no_delete BEFORE DELETE ON payment_vouchers FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment vouchers are voided, not deleted'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_vouchers_no_delete')
  }
}
