import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The order of the list of charges over many units: the first page is read from this key's end, and
 * the unit in it passes over the rows of others without touching them.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('ALTER TABLE charges ADD KEY charges_list_order (due_on, id, unit_id)')
  }

  async down() {
    this.schema.raw('ALTER TABLE charges DROP KEY charges_list_order')
  }
}
