import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The order of the list of receipts over many units: the first page is read from this key's end, and
 * the unit in it passes over the rows of others without touching them.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('ALTER TABLE receipts ADD KEY receipts_list_order (received_on, id, unit_id)')
  }

  async down() {
    this.schema.raw('ALTER TABLE receipts DROP KEY receipts_list_order')
  }
}
