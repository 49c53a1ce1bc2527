import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER rule_changes_no_delete BEFORE DELETE ON rule_changes FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a change of a rule is withdrawn or refused, never deleted'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER rule_changes_no_delete')
  }
}
