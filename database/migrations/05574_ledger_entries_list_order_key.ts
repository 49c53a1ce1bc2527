import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The order of the list of ledger entries over many units: the first page is read from this key's end, and
 * the unit in it passes over the rows of others without touching them.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'ALTER TABLE ledger_entries ADD KEY ledger_entries_list_order (posted_on, id, unit_id)'
    )
  }

  async down() {
    this.schema.raw('ALTER TABLE ledger_entries DROP KEY ledger_entries_list_order')
  }
}
