import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'ALTER TABLE register_transactions ADD KEY register_transactions_in_time (proposed_at, id)'
    )
  }

  async down() {
    this.schema.raw('ALTER TABLE register_transactions DROP KEY register_transactions_in_time')
  }
}
