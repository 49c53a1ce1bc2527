import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'trail is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER trail_no_delete')
  }
}
