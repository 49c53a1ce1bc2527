import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER voucher_steps_no_delete BEFORE DELETE ON voucher_steps FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'voucher_steps is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER voucher_steps_no_delete')
  }
}
