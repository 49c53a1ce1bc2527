import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE receipt_deposits (
        receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'a receipt is handed over once, whole',
        unit_id BIGINT UNSIGNED NOT NULL,
        slip_id BIGINT UNSIGNED NULL,
        settlement_id BIGINT UNSIGNED NULL,
        rule VARCHAR(40) CHARACTER SET ascii NOT NULL,
        run_id BIGINT UNSIGNED NULL,
        decided_by BIGINT UNSIGNED NULL,
        KEY receipt_deposits_slip (slip_id),
        KEY receipt_deposits_settlement (settlement_id),
        CONSTRAINT receipt_deposits_receipt_fk FOREIGN KEY (receipt_id) REFERENCES receipts (id),
        CONSTRAINT receipt_deposits_slip_fk FOREIGN KEY (slip_id) REFERENCES deposit_slips (id),
        CONSTRAINT receipt_deposits_settlement_fk FOREIGN KEY (settlement_id) REFERENCES settlements (id),
        CONSTRAINT receipt_deposits_one CHECK ((slip_id IS NULL) <> (settlement_id IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('receipt_deposits')
  }
}
