import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER trail_seals_no_update BEFORE UPDATE ON trail_seals FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'trail_seals is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER trail_seals_no_update')
  }
}
