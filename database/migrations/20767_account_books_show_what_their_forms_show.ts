import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE account_books
        DROP CONSTRAINT account_books_layout,
        MODIFY layout VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'lines: every line; accounts: one row an account; days: days down, accounts across; vouchers: forms 50; journal: payments and settlements; credits: accounts against their credit',
        ADD CONSTRAINT account_books_layout CHECK (layout IN ('lines', 'accounts', 'days', 'vouchers', 'journal', 'credits'))
    `)
    this.schema.raw(`
      UPDATE account_books SET layout = CASE code WHEN '55' THEN 'vouchers' WHEN '224' THEN 'journal' ELSE 'credits' END
      WHERE confirmed = 0 AND code IN ('55', '224', '81-resources', '81-uses')
    `)
  }

  async down() {
    this.schema.raw(
      "UPDATE account_books SET layout = IF(layout = 'credits', 'accounts', 'lines') WHERE layout IN ('vouchers', 'journal', 'credits')"
    )
    this.schema.raw(`
      ALTER TABLE account_books
        DROP CONSTRAINT account_books_layout,
        ADD CONSTRAINT account_books_layout CHECK (layout IN ('lines', 'accounts', 'days'))
    `)
  }
}
