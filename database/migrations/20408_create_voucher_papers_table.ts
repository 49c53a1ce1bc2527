import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE voucher_papers (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        voucher_id BIGINT UNSIGNED NOT NULL,
        code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reference VARCHAR(120) NULL COMMENT 'its number and date as on the paper',
        stored_file_id BIGINT UNSIGNED NULL,
        added_by BIGINT UNSIGNED NOT NULL,
        added_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY voucher_papers_once (voucher_id, code),
        CONSTRAINT voucher_papers_voucher_fk FOREIGN KEY (voucher_id) REFERENCES payment_vouchers (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('voucher_papers')
  }
}
