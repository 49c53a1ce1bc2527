import { BaseSchema } from '@adonisjs/lucid/schema'

/** The key of the list tells also whether somebody has the difference: the sums need no row. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`ALTER TABLE differences DROP KEY differences_list,
      ADD KEY differences_list (unit_id, month, state, code, head_id, amount, assigned_to)`)
  }

  async down() {
    this.schema.raw(`ALTER TABLE differences DROP KEY differences_list,
      ADD KEY differences_list (unit_id, month, state, code, head_id, amount)`)
  }
}
