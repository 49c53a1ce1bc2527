import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER encroachment_minutes_no_update BEFORE UPDATE ON encroachment_minutes FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'encroachment_minutes is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER encroachment_minutes_no_update')
  }
}
