import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE ledger_accounts
        ADD COLUMN import_id BIGINT UNSIGNED NULL COMMENT 'official tree it came with',
        ADD KEY ledger_accounts_import (import_id),
        ADD KEY ledger_accounts_parent (parent_code)
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE ledger_accounts DROP COLUMN import_id, DROP KEY ledger_accounts_parent'
    )
  }
}
