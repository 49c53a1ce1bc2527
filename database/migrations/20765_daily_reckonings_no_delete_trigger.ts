import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER daily_reckonings_no_delete BEFORE DELETE ON daily_reckonings FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a daily reckoning is withdrawn, not deleted'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER daily_reckonings_no_delete')
  }
}
