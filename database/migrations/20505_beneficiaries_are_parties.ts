import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE beneficiaries
        ADD party_id BIGINT UNSIGNED NULL COMMENT 'the party of the register that he is: dimension of the ledger' AFTER kind,
        ADD claims_version INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'goes up with every claim on him, so that two at once see each other',
        ADD KEY beneficiaries_party (party_id),
        ADD CONSTRAINT beneficiaries_party_fk FOREIGN KEY (party_id) REFERENCES parties (id)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE beneficiaries DROP FOREIGN KEY beneficiaries_party_fk, DROP KEY beneficiaries_party, DROP COLUMN party_id, DROP COLUMN claims_version
    `)
  }
}
