import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER budget_movements_no_delete BEFORE DELETE ON budget_movements FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'budget_movements is append-only: move it back'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER budget_movements_no_delete')
  }
}
