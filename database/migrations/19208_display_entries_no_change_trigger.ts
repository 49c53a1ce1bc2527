import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER display_entries_no_update BEFORE UPDATE ON display_entries FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an entry of a list is not changed: draft another list'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER display_entries_no_update')
  }
}
