import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER transaction_steps_no_delete BEFORE DELETE ON transaction_steps FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'transaction_steps is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER transaction_steps_no_delete')
  }
}
