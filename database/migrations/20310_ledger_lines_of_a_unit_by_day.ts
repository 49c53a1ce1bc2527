import { BaseSchema } from '@adonisjs/lucid/schema'

/** A month of a unit is read by every folio: the key on the unit alone becomes one on unit and day. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('ALTER TABLE ledger_lines ADD KEY ledger_lines_day (unit_id, posted_on)')
  }

  async down() {
    this.schema.raw('ALTER TABLE ledger_lines DROP KEY ledger_lines_day')
  }
}
