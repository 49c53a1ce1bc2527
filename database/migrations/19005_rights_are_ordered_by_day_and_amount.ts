import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  /** The other orders that the list of rights offers. */
  async up() {
    this.schema.raw(`
      ALTER TABLE rights
        ADD KEY rights_day_order (valid_from, id, unit_id),
        ADD KEY rights_amount_order (period_amount, id, unit_id)
    `)
  }

  async down() {
    this.schema.raw('ALTER TABLE rights DROP KEY rights_day_order, DROP KEY rights_amount_order')
  }
}
