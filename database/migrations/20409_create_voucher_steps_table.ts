import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE voucher_steps (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        voucher_id BIGINT UNSIGNED NOT NULL,
        from_status VARCHAR(12) CHARACTER SET ascii NOT NULL,
        to_status VARCHAR(12) CHARACTER SET ascii NOT NULL,
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        effective_on DATE NOT NULL,
        reason VARCHAR(500) NULL,
        document_hash BINARY(32) NULL,
        KEY voucher_steps_voucher (voucher_id, id),
        KEY voucher_steps_person (made_by, made_at),
        CONSTRAINT voucher_steps_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('voucher_steps')
  }
}
