import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_claims
        ADD overridden_by BIGINT UNSIGNED NULL COMMENT 'who let a duplicate pass; never who made it' AFTER override_reason,
        DROP CONSTRAINT payment_claims_verdict,
        ADD CONSTRAINT payment_claims_verdict CHECK (verdict IN ('clear', 'suspect', 'blocked')),
        ADD CONSTRAINT payment_claims_override CHECK ((override_reason IS NULL) = (overridden_by IS NULL) AND (overridden_by IS NULL OR (verdict = 'blocked' AND overridden_by <> made_by)))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE payment_claims
        DROP CONSTRAINT payment_claims_override,
        DROP CONSTRAINT payment_claims_verdict,
        DROP COLUMN overridden_by,
        ADD CONSTRAINT payment_claims_verdict CHECK (verdict = 'clear' OR (verdict = 'suspect' AND override_reason IS NOT NULL))
    `)
  }
}
