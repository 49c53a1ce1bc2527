import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE bank_accounts
        ADD COLUMN fund_id BIGINT UNSIGNED NULL COMMENT 'the special fund whose money it holds; NULL: the state budget' AFTER purpose,
        ADD CONSTRAINT bank_accounts_fund_fk FOREIGN KEY (fund_id) REFERENCES budget_codes (id)
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE bank_accounts DROP CONSTRAINT bank_accounts_fund_fk, DROP COLUMN fund_id'
    )
  }
}
