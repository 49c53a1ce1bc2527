import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER bill_credits_no_delete BEFORE DELETE ON bill_credits FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'bill_credits is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER bill_credits_no_delete')
  }
}
