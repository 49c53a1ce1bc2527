import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE imports
        ADD COLUMN needs_approval TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'money or land: a second person approves' AFTER mapping,
        ADD CONSTRAINT imports_approved_before_commit CHECK (
          needs_approval = 0 OR approved_by IS NOT NULL
          OR state NOT IN ('committing', 'committed', 'undoing', 'undone'))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE imports DROP CONSTRAINT imports_approved_before_commit, DROP COLUMN needs_approval
    `)
  }
}
