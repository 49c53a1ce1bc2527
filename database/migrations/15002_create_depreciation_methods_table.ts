import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE depreciation_methods (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        book_id BIGINT UNSIGNED NOT NULL,
        class_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the class, or the class above it',
        method VARCHAR(14) CHARACTER SET ascii NOT NULL,
        life_months SMALLINT UNSIGNED NULL,
        yearly_rate DECIMAL(9,6) NULL COMMENT 'share of the value at the start of the year',
        salvage_share DECIMAL(9,6) NOT NULL DEFAULT 0,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0 COMMENT '0: to be confirmed by a finance officer',
        UNIQUE KEY depreciation_methods_once (book_id, class_code, valid_from),
        CONSTRAINT depreciation_methods_book_fk FOREIGN KEY (book_id) REFERENCES depreciation_books (id),
        CONSTRAINT depreciation_methods_method CHECK (method IN ('straight_line', 'declining', 'none')),
        CONSTRAINT depreciation_methods_says_how CHECK ((method = 'straight_line') = (life_months IS NOT NULL) AND (method = 'declining') = (yearly_rate IS NOT NULL)),
        CONSTRAINT depreciation_methods_shares CHECK (salvage_share >= 0 AND salvage_share < 1 AND (yearly_rate IS NULL OR (yearly_rate > 0 AND yearly_rate < 1)) AND (life_months IS NULL OR life_months > 0)),
        CONSTRAINT depreciation_methods_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('depreciation_methods')
  }
}
