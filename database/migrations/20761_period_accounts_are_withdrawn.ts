import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE period_accounts
        ADD COLUMN withdrawn_by BIGINT UNSIGNED NULL COMMENT 'who last took it back after it was signed' AFTER return_reason,
        ADD COLUMN withdrawn_at DATETIME(3) NULL AFTER withdrawn_by,
        ADD COLUMN withdraw_reason VARCHAR(500) NULL AFTER withdrawn_at,
        ADD COLUMN last_entry_id BIGINT UNSIGNED NULL COMMENT 'of the ledger when it was handed in: what is above came later' AFTER document_hash,
        ADD CONSTRAINT period_accounts_withdrawn CHECK ((withdrawn_by IS NULL) = (withdraw_reason IS NULL) AND (withdrawn_by IS NULL) = (withdrawn_at IS NULL))
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE period_accounts DROP CONSTRAINT period_accounts_withdrawn, DROP COLUMN withdrawn_by, DROP COLUMN withdrawn_at, DROP COLUMN withdraw_reason, DROP COLUMN last_entry_id'
    )
  }
}
