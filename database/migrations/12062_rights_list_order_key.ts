import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE rights ADD KEY rights_list_order (right_no, id, unit_id)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE rights DROP KEY rights_list_order')
  }
}
