import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE valuations ADD KEY valuations_list_order (valued_on, id, unit_id)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE valuations DROP KEY valuations_list_order')
  }
}
