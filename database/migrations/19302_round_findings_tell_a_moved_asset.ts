import { BaseSchema } from '@adonisjs/lucid/schema'

/** Found, and standing elsewhere than the register has it: its place is what differs. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE round_findings
        ADD is_elsewhere TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'stands where the finder stood, not where the register has it',
        ADD CONSTRAINT round_findings_elsewhere CHECK (is_elsewhere = 0 OR (result = 'different' AND latitude IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE round_findings DROP CONSTRAINT round_findings_elsewhere, DROP is_elsewhere'
    )
  }
}
