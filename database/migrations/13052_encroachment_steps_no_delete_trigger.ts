import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER encroachment_steps_no_delete BEFORE DELETE ON encroachment_steps FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'encroachment_steps is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER encroachment_steps_no_delete')
  }
}
