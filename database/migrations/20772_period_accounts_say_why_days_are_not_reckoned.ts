import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE period_accounts
        ADD COLUMN days_reason VARCHAR(500) NULL COMMENT 'why it was handed in while days of it had no signed form 69' AFTER last_entry_id,
        ADD COLUMN unreckoned_days JSON NULL COMMENT 'those days' AFTER days_reason,
        ADD CONSTRAINT period_accounts_days_excused CHECK ((days_reason IS NULL) = (unreckoned_days IS NULL))
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE period_accounts DROP CONSTRAINT period_accounts_days_excused, DROP COLUMN days_reason, DROP COLUMN unreckoned_days'
    )
  }
}
