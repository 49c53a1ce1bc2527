import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE voucher_deductions (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        voucher_id BIGINT UNSIGNED NOT NULL,
        seq SMALLINT UNSIGNED NOT NULL,
        kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
        rate_id BIGINT UNSIGNED NOT NULL COMMENT 'the dated row it was computed or allowed by',
        base_amount DECIMAL(18,2) NULL COMMENT 'what the rate was taken of; NULL: stated',
        rate DECIMAL(10,6) NULL,
        amount DECIMAL(18,2) NOT NULL,
        reference VARCHAR(160) NULL COMMENT 'the paper a stated amount rests on',
        UNIQUE KEY voucher_deductions_seq (voucher_id, seq),
        KEY voucher_deductions_kind (kind, voucher_id),
        CONSTRAINT voucher_deductions_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id),
        CONSTRAINT voucher_deductions_rate_fk FOREIGN KEY (rate_id) REFERENCES deduction_rates (id),
        CONSTRAINT voucher_deductions_amount CHECK (amount > 0),
        CONSTRAINT voucher_deductions_stated CHECK (rate IS NOT NULL OR reference IS NOT NULL)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('voucher_deductions')
  }
}
