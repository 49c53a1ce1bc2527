import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE occupancies ADD KEY occupancies_list_order (valid_from, id, unit_id)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE occupancies DROP KEY occupancies_list_order')
  }
}
