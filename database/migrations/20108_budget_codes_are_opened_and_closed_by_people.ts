import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE budget_codes
        ADD COLUMN made_by BIGINT UNSIGNED NULL COMMENT 'who opened it by hand' AFTER closed_by_import,
        ADD COLUMN confirmed_by BIGINT UNSIGNED NULL AFTER made_by,
        ADD COLUMN closed_by BIGINT UNSIGNED NULL AFTER confirmed_by,
        ADD COLUMN closing_reference VARCHAR(255) NULL COMMENT 'the decision that ended it' AFTER closed_by,
        ADD CONSTRAINT budget_codes_maker_is_not_checker CHECK (confirmed_by IS NULL OR made_by IS NULL OR confirmed_by <> made_by),
        ADD CONSTRAINT budget_codes_closed_by_decision CHECK (closed_by IS NULL OR (valid_to IS NOT NULL AND closing_reference IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE budget_codes
        DROP CONSTRAINT budget_codes_closed_by_decision,
        DROP CONSTRAINT budget_codes_maker_is_not_checker,
        DROP COLUMN closing_reference, DROP COLUMN closed_by, DROP COLUMN confirmed_by, DROP COLUMN made_by
    `)
  }
}
