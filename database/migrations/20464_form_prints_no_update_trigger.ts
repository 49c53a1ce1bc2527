import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER form_prints_no_update BEFORE UPDATE ON form_prints FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'form_prints is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER form_prints_no_update')
  }
}
