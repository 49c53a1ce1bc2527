import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER title_answers_no_delete BEFORE DELETE ON title_answers FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'title_answers is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER title_answers_no_delete')
  }
}
