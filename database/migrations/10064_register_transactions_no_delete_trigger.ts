import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER register_transactions_no_delete BEFORE DELETE ON register_transactions FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'register transactions are never deleted'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER register_transactions_no_delete')
  }
}
