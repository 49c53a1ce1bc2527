import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE virements
        ADD first_approved_by BIGINT UNSIGNED NULL COMMENT 'of a transfer between funds: the first of its two approvers',
        ADD first_approved_at DATETIME(3) NULL,
        ADD CONSTRAINT virements_first_approver CHECK ((first_approved_by IS NULL) = (first_approved_at IS NULL) AND (first_approved_by IS NULL OR first_approved_by <> made_by)),
        ADD CONSTRAINT virements_two_approvers CHECK (scope <> 'funds' OR status <> 'approved' OR (first_approved_by IS NOT NULL AND first_approved_by <> approved_by))
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE virements DROP CONSTRAINT virements_first_approver, DROP CONSTRAINT virements_two_approvers, DROP first_approved_by, DROP first_approved_at'
    )
  }
}
