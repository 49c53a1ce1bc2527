import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE depreciation_books (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name_ar VARCHAR(120) NOT NULL,
        name_en VARCHAR(120) NOT NULL,
        is_posted TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'its entries go to the ledger',
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        posted_once TINYINT(1) AS (IF(is_posted = 1, 1, NULL)) PERSISTENT COMMENT 'one book alone is posted',
        UNIQUE KEY depreciation_books_code (code),
        UNIQUE KEY depreciation_books_one_posted (posted_once)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('depreciation_books')
  }
}
