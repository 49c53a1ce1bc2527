import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER payment_orders_no_delete BEFORE DELETE ON payment_orders FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment orders are voided, not deleted'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER payment_orders_no_delete')
  }
}
