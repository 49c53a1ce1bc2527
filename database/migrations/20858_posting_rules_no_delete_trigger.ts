import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER posting_rules_no_delete BEFORE DELETE ON posting_rules FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a rule ends on a day, it is never deleted'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER posting_rules_no_delete')
  }
}
