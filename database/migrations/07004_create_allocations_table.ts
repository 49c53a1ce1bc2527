import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE allocations (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL COMMENT 'that of the charge and of the receipt',
        charge_id BIGINT UNSIGNED NOT NULL,
        receipt_id BIGINT UNSIGNED NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        charge_amount DECIMAL(18,2) NOT NULL COMMENT 'whole amount of the charge; the foreign key holds it true',
        receipt_amount DECIMAL(18,2) NOT NULL COMMENT 'whole amount of the receipt; the foreign key holds it true',
        charge_share SMALLINT UNSIGNED NOT NULL COMMENT '1 for the first receipt applied to the charge, 2 for the next',
        receipt_share SMALLINT UNSIGNED NOT NULL COMMENT '1 for the first charge the receipt pays, 2 for the next',
        rule VARCHAR(40) CHARACTER SET ascii NOT NULL,
        evidence VARCHAR(255) NOT NULL DEFAULT '',
        run_id BIGINT UNSIGNED NULL,
        decided_by BIGINT UNSIGNED NULL COMMENT 'a person''s decision; runs leave it alone',
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY allocations_receipt_share (receipt_id, receipt_amount, receipt_share),
        UNIQUE KEY allocations_charge_share (charge_id, charge_amount, charge_share),
        KEY allocations_decided (decided_by),
        CONSTRAINT allocations_charge_fk FOREIGN KEY (charge_id, charge_amount) REFERENCES charges (id, amount),
        CONSTRAINT allocations_receipt_fk FOREIGN KEY (receipt_id, receipt_amount) REFERENCES receipts (id, amount),
        CONSTRAINT allocations_amount CHECK (amount > 0),
        CONSTRAINT allocations_within CHECK (amount <= charge_amount AND amount <= receipt_amount),
        CONSTRAINT allocations_shares CHECK (charge_share > 0 AND receipt_share > 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('allocations')
  }
}
