import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER fund_shares_no_delete BEFORE DELETE ON fund_shares FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'shares are withdrawn or refused, never deleted: their numbers have no gaps'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER fund_shares_no_delete')
  }
}
