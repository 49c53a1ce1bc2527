import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE rights
        DROP CONSTRAINT rights_kind, DROP CONSTRAINT rights_status, DROP CONSTRAINT rights_billing,
        MODIFY kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
        ADD slot_no SMALLINT UNSIGNED NULL COMMENT 'the slot it occupies; NULL: all of the asset',
        ADD grantor VARCHAR(200) NULL COMMENT 'the authority that grants it, as the contract names it',
        ADD purpose VARCHAR(300) NULL,
        ADD activity VARCHAR(80) NULL,
        ADD area_part_m2 DECIMAL(16,3) NULL COMMENT 'NULL: the whole area',
        ADD deposit DECIMAL(18,2) NOT NULL DEFAULT 0,
        ADD escalation_percent DECIMAL(7,4) NULL COMMENT 'raise of the rent, compounding',
        ADD escalation_months SMALLINT UNSIGNED NULL COMMENT 'months between two raises',
        ADD conditions TEXT NULL,
        ADD renewed_from_id BIGINT UNSIGNED NULL,
        ADD renewal_of BIGINT UNSIGNED AS (IF(status = 'terminated', NULL, renewed_from_id)) PERSISTENT,
        ADD disposal_id BIGINT UNSIGNED NULL,
        ADD undedication_id BIGINT UNSIGNED NULL COMMENT 'decision that ended the public dedication (Civil Code 87-88)',
        ADD decision_no VARCHAR(60) NULL,
        ADD decision_on DATE NULL,
        ADD signed_on DATE NULL,
        ADD handed_over_on DATE NULL,
        ADD ended_on DATE NULL COMMENT 'first day on which it no longer holds, when it ended before its time',
        ADD end_reason VARCHAR(500) NULL,
        ADD refusal VARCHAR(500) NULL COMMENT 'why the approver sent it back',
        ADD made_by BIGINT UNSIGNED NULL COMMENT 'NULL: imported',
        ADD approved_by BIGINT UNSIGNED NULL,
        ADD approved_at DATETIME(3) NULL,
        ADD document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was approved',
        ADD UNIQUE KEY rights_renewed_once (renewal_of),
        ADD KEY rights_ending (status, valid_to),
        ADD CONSTRAINT rights_renewed_fk FOREIGN KEY (renewed_from_id) REFERENCES rights (id),
        ADD CONSTRAINT rights_undedication_fk FOREIGN KEY (undedication_id) REFERENCES legal_bases (id),
        ADD CONSTRAINT rights_kind CHECK (kind IN ('licence', 'lease', 'usufruct', 'instalment_sale', 'allocation', 'exchange', 'easement', 'mortgage')),
        ADD CONSTRAINT rights_status CHECK (status IN ('draft', 'approved', 'active', 'expiring', 'renewed', 'expired', 'holdover', 'vacated', 'suspended', 'terminated')),
        ADD CONSTRAINT rights_billing CHECK (billing IN ('monthly', 'quarterly', 'annual', 'once')),
        ADD CONSTRAINT rights_deposit CHECK (deposit >= 0),
        ADD CONSTRAINT rights_escalation CHECK ((escalation_percent IS NULL) = (escalation_months IS NULL) AND (escalation_percent IS NULL OR (escalation_percent > 0 AND escalation_months >= 1))),
        ADD CONSTRAINT rights_ended CHECK (ended_on IS NULL OR (ended_on > valid_from AND ended_on <= valid_to)),
        ADD CONSTRAINT rights_maker_is_not_checker CHECK (made_by IS NULL OR approved_by IS NULL OR made_by <> approved_by),
        ADD CONSTRAINT rights_approved CHECK (made_by IS NULL OR status IN ('draft', 'terminated') OR (approved_by IS NOT NULL AND document_hash IS NOT NULL))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE rights
        DROP FOREIGN KEY rights_renewed_fk, DROP FOREIGN KEY rights_undedication_fk,
        DROP CONSTRAINT rights_kind, DROP CONSTRAINT rights_status, DROP CONSTRAINT rights_billing,
        DROP CONSTRAINT rights_deposit, DROP CONSTRAINT rights_escalation, DROP CONSTRAINT rights_ended,
        DROP CONSTRAINT rights_maker_is_not_checker, DROP CONSTRAINT rights_approved,
        DROP KEY rights_renewed_once, DROP KEY rights_ending, DROP renewal_of,
        DROP slot_no, DROP grantor, DROP purpose, DROP activity, DROP area_part_m2, DROP deposit,
        DROP escalation_percent, DROP escalation_months, DROP conditions, DROP renewed_from_id, DROP disposal_id,
        DROP undedication_id, DROP decision_no, DROP decision_on, DROP signed_on, DROP handed_over_on,
        DROP ended_on, DROP end_reason, DROP refusal, DROP made_by, DROP approved_by, DROP approved_at, DROP document_hash,
        ADD CONSTRAINT rights_kind CHECK (kind IN ('licence', 'lease', 'usufruct')),
        ADD CONSTRAINT rights_status CHECK (status IN ('draft', 'active', 'suspended', 'terminated')),
        ADD CONSTRAINT rights_billing CHECK (billing IN ('monthly', 'quarterly', 'annual'))
    `)
  }
}
