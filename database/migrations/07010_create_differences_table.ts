import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE differences (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        month DATE NOT NULL,
        code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_type VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_id BIGINT UNSIGNED NOT NULL COMMENT '0 where the subject is a missing number',
        subject_key VARCHAR(255) COLLATE utf8mb4_bin NOT NULL COMMENT 'natural key: payment reference, book/number, slip, licence, site, …',
        head_id BIGINT UNSIGNED NULL,
        party_name VARCHAR(200) NOT NULL DEFAULT '',
        amount DECIMAL(18,2) NOT NULL,
        arose_on DATE NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'open',
        assigned_to BIGINT UNSIGNED NULL,
        opened_run_id BIGINT UNSIGNED NOT NULL,
        cleared_run_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        UNIQUE KEY differences_once (unit_id, month, code, subject_type, subject_key),
        KEY differences_list (unit_id, month, state, code, head_id, amount),
        KEY differences_assignee (assigned_to, state),
        KEY differences_subject (subject_type, subject_id),
        CONSTRAINT differences_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT differences_head_fk FOREIGN KEY (head_id) REFERENCES revenue_heads (id),
        CONSTRAINT differences_state CHECK (state IN ('open', 'explained', 'cleared')),
        CONSTRAINT differences_code CHECK (code IN ('unpaid', 'part_paid', 'overpaid', 'receipt_without_charge', 'receipt_on_expired_right', 'duplicate_receipt', 'receipt_number_gap', 'voided_receipt_banked', 'cash_not_deposited', 'slip_short', 'slip_over', 'slip_not_in_bank', 'bank_credit_without_slip', 'bank_amount_differs', 'wrong_account', 'returned_cheque', 'expired_right_in_use', 'double_right', 'unlicensed_use', 'never_charged'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('differences')
  }
}
