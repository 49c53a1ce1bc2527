import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE payment_papers (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        payment_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ar VARCHAR(160) NOT NULL,
        name_en VARCHAR(160) NOT NULL,
        is_required TINYINT(1) NOT NULL DEFAULT 1,
        required_from DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'gross from which it is required',
        sort_order SMALLINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        UNIQUE KEY payment_papers_once (payment_type, code, valid_from),
        CONSTRAINT payment_papers_type_fk FOREIGN KEY (payment_type) REFERENCES payment_types (code),
        CONSTRAINT payment_papers_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('payment_papers')
  }
}
