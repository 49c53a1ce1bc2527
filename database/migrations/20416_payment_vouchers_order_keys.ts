import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_vouchers
        ADD KEY payment_vouchers_by_due (due_on, id),
        ADD KEY payment_vouchers_by_posting (posted_on, id),
        ADD KEY payment_vouchers_by_state (status_since, id)
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE payment_vouchers DROP KEY payment_vouchers_by_due, DROP KEY payment_vouchers_by_posting, DROP KEY payment_vouchers_by_state'
    )
  }
}
