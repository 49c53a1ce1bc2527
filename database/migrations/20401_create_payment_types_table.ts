import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE payment_types (
        code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        name_ar VARCHAR(120) NOT NULL,
        name_en VARCHAR(120) NOT NULL,
        charges VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'a line of the budget, or an account of the chart (refunds)',
        account_code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the account charged where no line is',
        needs_commitment TINYINT(1) NOT NULL DEFAULT 0,
        sort_order SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        confirmed TINYINT(1) NOT NULL DEFAULT 0 COMMENT '0: to be confirmed by a finance officer',
        CONSTRAINT payment_types_charges CHECK (charges IN ('budget', 'account') AND (charges = 'account') = (account_code IS NOT NULL)),
        CONSTRAINT payment_types_commitment CHECK (needs_commitment = 0 OR charges = 'budget')
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('payment_types')
  }
}
