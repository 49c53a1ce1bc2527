import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER commitments_no_delete BEFORE DELETE ON commitments FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'commitments are cancelled, never deleted: their numbers have no gaps'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER commitments_no_delete')
  }
}
