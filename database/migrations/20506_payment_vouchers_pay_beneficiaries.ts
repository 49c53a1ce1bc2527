import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_vouchers
        ADD KEY payment_vouchers_account (beneficiary_account_id),
        ADD CONSTRAINT payment_vouchers_beneficiary_fk FOREIGN KEY (beneficiary_id) REFERENCES beneficiaries (id),
        ADD CONSTRAINT payment_vouchers_account_fk FOREIGN KEY (beneficiary_account_id) REFERENCES beneficiary_accounts (id)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE payment_vouchers DROP FOREIGN KEY payment_vouchers_beneficiary_fk, DROP FOREIGN KEY payment_vouchers_account_fk, DROP KEY payment_vouchers_account
    `)
  }
}
