import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER virements_no_delete BEFORE DELETE ON virements FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'virements are withdrawn or refused, never deleted: their numbers have no gaps'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER virements_no_delete')
  }
}
