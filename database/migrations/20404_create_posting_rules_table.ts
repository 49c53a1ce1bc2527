import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE posting_rules (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        document VARCHAR(40) CHARACTER SET ascii NOT NULL COMMENT 'kind of document',
        event VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'its transition',
        amount_key VARCHAR(40) CHARACTER SET ascii NOT NULL COMMENT 'which of its amounts',
        side VARCHAR(6) CHARACTER SET ascii NOT NULL,
        account_code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL: the account the amount itself brings',
        sort_order SMALLINT UNSIGNED NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        legal_reference VARCHAR(255) NOT NULL,
        confirmed TINYINT(1) NOT NULL DEFAULT 0,
        UNIQUE KEY posting_rules_once (document, event, amount_key, side, valid_from),
        CONSTRAINT posting_rules_side CHECK (side IN ('debit', 'credit')),
        CONSTRAINT posting_rules_dates CHECK (valid_to IS NULL OR valid_to > valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('posting_rules')
  }
}
