import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE removal_orders (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        case_id BIGINT UNSIGNED NOT NULL,
        episode SMALLINT UNSIGNED NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'draft',
        order_no VARCHAR(40) NULL COMMENT 'given when it is issued',
        answer_id BIGINT UNSIGNED NOT NULL,
        legal_basis VARCHAR(1000) NOT NULL,
        subject VARCHAR(2000) NOT NULL COMMENT 'what is removed',
        made_by BIGINT UNSIGNED NOT NULL,
        surveyor_id BIGINT UNSIGNED NOT NULL,
        issued_by BIGINT UNSIGNED NULL,
        issued_on DATE NULL,
        document_hash BINARY(32) NULL COMMENT 'SHA-256 of what was issued',
        leave_by DATE NULL COMMENT 'last day to remove it himself',
        grievance_until DATE NULL,
        noticed_on DATE NULL,
        notice_how VARCHAR(20) CHARACTER SET ascii NULL,
        notice_by BIGINT UNSIGNED NULL,
        notice_proof VARCHAR(300) NULL,
        security_on DATE NULL COMMENT 'the day agreed with the police',
        security_body VARCHAR(200) NULL,
        executed_on DATE NULL,
        executed_by BIGINT UNSIGNED NULL,
        execution_note VARCHAR(1000) NULL,
        restored_on DATE NULL,
        handed_over_on DATE NULL,
        handed_to VARCHAR(200) NULL,
        reinspected_on DATE NULL,
        reinspected_by BIGINT UNSIGNED NULL,
        ended_reason VARCHAR(500) NULL COMMENT 'why it was sent back or withdrawn',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        live_case BIGINT UNSIGNED AS (IF(status IN ('refused', 'withdrawn'), NULL, case_id)) PERSISTENT,
        UNIQUE KEY removal_orders_one_live (live_case, episode),
        UNIQUE KEY removal_orders_no (unit_id, order_no),
        KEY removal_orders_case (case_id, id),
        CONSTRAINT removal_orders_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT removal_orders_case_fk FOREIGN KEY (case_id) REFERENCES encroachment_cases (id),
        CONSTRAINT removal_orders_answer_fk FOREIGN KEY (answer_id) REFERENCES title_answers (id),
        CONSTRAINT removal_orders_status CHECK (status IN ('draft', 'issued', 'refused', 'withdrawn')),
        CONSTRAINT removal_orders_issued CHECK (status NOT IN ('issued', 'withdrawn') OR (issued_by IS NOT NULL AND issued_on IS NOT NULL AND order_no IS NOT NULL AND document_hash IS NOT NULL AND leave_by IS NOT NULL AND grievance_until IS NOT NULL)),
        CONSTRAINT removal_orders_notice CHECK (noticed_on IS NULL OR (issued_on IS NOT NULL AND noticed_on >= issued_on AND notice_how IN ('in_person', 'registered_mail', 'posted', 'police') AND notice_by IS NOT NULL AND notice_proof IS NOT NULL)),
        CONSTRAINT removal_orders_security CHECK (security_on IS NULL OR (noticed_on IS NOT NULL AND security_on > leave_by)),
        CONSTRAINT removal_orders_executed CHECK ((executed_on IS NULL) = (executed_by IS NULL) AND (executed_on IS NULL OR (security_on IS NOT NULL AND executed_on >= security_on))),
        CONSTRAINT removal_orders_restored CHECK (restored_on IS NULL OR (executed_on IS NOT NULL AND restored_on >= executed_on)),
        CONSTRAINT removal_orders_handed CHECK (handed_over_on IS NULL OR (restored_on IS NOT NULL AND handed_over_on >= restored_on AND handed_to IS NOT NULL)),
        CONSTRAINT removal_orders_maker_and_surveyor CHECK (made_by <> surveyor_id),
        CONSTRAINT removal_orders_issuer CHECK (issued_by IS NULL OR (issued_by <> made_by AND issued_by <> surveyor_id)),
        CONSTRAINT removal_orders_executor CHECK (executed_by IS NULL OR (executed_by <> made_by AND executed_by <> issued_by AND executed_by <> surveyor_id)),
        CONSTRAINT removal_orders_reinspector CHECK (reinspected_by IS NULL OR (reinspected_by <> executed_by AND reinspected_on IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('removal_orders')
  }
}
