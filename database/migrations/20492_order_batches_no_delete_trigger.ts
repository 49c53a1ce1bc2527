import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER order_batches_no_delete BEFORE DELETE ON order_batches FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'batches of payment orders are cancelled, not deleted'
    `)
  }

  async down() {
    this.schema.raw(`DROP TRIGGER order_batches_no_delete`)
  }
}
