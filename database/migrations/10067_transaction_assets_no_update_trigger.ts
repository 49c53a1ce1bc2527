import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER transaction_assets_no_update BEFORE UPDATE ON transaction_assets FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'transaction_assets is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER transaction_assets_no_update')
  }
}
