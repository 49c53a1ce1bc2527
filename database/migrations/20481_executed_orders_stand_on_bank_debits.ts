import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The statement alone credits the bank account; an executed order stands on bank debits under settlement.
 * For houses whose rules were loaded before; the reference data says the same.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      UPDATE posting_rules SET account_code = 'INT-BANKDEBIT'
      WHERE document = 'payment_order' AND event = 'executed' AND side = 'credit' AND account_code IS NULL
    `)
  }

  async down() {
    this.schema.raw(`
      UPDATE posting_rules SET account_code = NULL
      WHERE document = 'payment_order' AND event = 'executed' AND side = 'credit' AND account_code = 'INT-BANKDEBIT'
    `)
  }
}
