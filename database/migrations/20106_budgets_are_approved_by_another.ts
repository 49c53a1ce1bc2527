import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE budgets
        ADD COLUMN approved_by BIGINT UNSIGNED NULL AFTER made_at,
        ADD COLUMN approved_on DATE NULL AFTER approved_by,
        ADD COLUMN document_hash BINARY(32) NULL COMMENT 'SHA-256 of the approved estimates' AFTER approved_on,
        ADD CONSTRAINT budgets_maker_is_not_checker CHECK (approved_by IS NULL OR made_by IS NULL OR approved_by <> made_by),
        ADD CONSTRAINT budgets_approved CHECK (status <> 'approved' OR (approved_by IS NOT NULL AND approved_on IS NOT NULL AND document_hash IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE budgets DROP CONSTRAINT budgets_maker_is_not_checker, DROP CONSTRAINT budgets_approved,
        DROP COLUMN approved_by, DROP COLUMN approved_on, DROP COLUMN document_hash
    `)
  }
}
