import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whether an entry balances is asked of the key alone: sealing reads each line once less. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'ALTER TABLE ledger_lines ADD KEY ledger_lines_sides (entry_id, debit, credit), DROP KEY ledger_lines_entry'
    )
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE ledger_lines ADD KEY ledger_lines_entry (entry_id), DROP KEY ledger_lines_sides'
    )
  }
}
