import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE payment_claims
        DROP KEY payment_claims_uuid_once,
        DROP COLUMN standing_uuid,
        ADD standing_uuid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin AS (IF(status = 'standing' AND verdict <> 'blocked', tax_uuid, NULL)) PERSISTENT,
        ADD UNIQUE KEY payment_claims_uuid_once (standing_uuid)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE payment_claims
        DROP KEY payment_claims_uuid_once,
        DROP COLUMN standing_uuid,
        ADD standing_uuid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin AS (IF(status = 'standing', tax_uuid, NULL)) PERSISTENT,
        ADD UNIQUE KEY payment_claims_uuid_once (standing_uuid)
    `)
  }
}
