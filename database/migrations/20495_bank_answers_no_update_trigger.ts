import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER bank_answers_no_update BEFORE UPDATE ON bank_answers FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an answer of the bank stays as it came'
    `)
  }

  async down() {
    this.schema.raw(`DROP TRIGGER bank_answers_no_update`)
  }
}
