import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The order of the list of bank lines over many units: the first page is read from this key's end, and
 * the unit in it passes over the rows of others without touching them.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('ALTER TABLE bank_lines ADD KEY bank_lines_list_order (booked_on, id, unit_id)')
  }

  async down() {
    this.schema.raw('ALTER TABLE bank_lines DROP KEY bank_lines_list_order')
  }
}
