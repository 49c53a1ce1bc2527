import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER round_photos_no_delete BEFORE DELETE ON round_photos FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'round_photos is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER round_photos_no_delete')
  }
}
