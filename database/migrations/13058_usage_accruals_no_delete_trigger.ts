import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TRIGGER usage_accruals_no_delete BEFORE DELETE ON usage_accruals FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'usage_accruals is append-only'
    `)
  }

  async down() {
    this.schema.raw('DROP TRIGGER usage_accruals_no_delete')
  }
}
