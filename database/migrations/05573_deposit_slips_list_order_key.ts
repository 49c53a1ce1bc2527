import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The order of the list of deposit slips over many units: the first page is read from this key's end, and
 * the unit in it passes over the rows of others without touching them.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'ALTER TABLE deposit_slips ADD KEY deposit_slips_list_order (deposited_on, id, unit_id)'
    )
  }

  async down() {
    this.schema.raw('ALTER TABLE deposit_slips DROP KEY deposit_slips_list_order')
  }
}
