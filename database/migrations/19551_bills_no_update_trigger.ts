import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER bills_no_update BEFORE UPDATE ON bills FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'bills is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER bills_no_update')
  }
}
