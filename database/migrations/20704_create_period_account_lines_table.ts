import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE period_account_lines (
        period_account_id BIGINT UNSIGNED NOT NULL,
        account_id BIGINT UNSIGNED NOT NULL,
        brought_debit DECIMAL(18,2) NOT NULL,
        brought_credit DECIMAL(18,2) NOT NULL,
        debit DECIMAL(18,2) NOT NULL,
        credit DECIMAL(18,2) NOT NULL,
        carried_debit DECIMAL(18,2) NOT NULL,
        carried_credit DECIMAL(18,2) NOT NULL,
        PRIMARY KEY (period_account_id, account_id),
        CONSTRAINT period_account_lines_parent_fk FOREIGN KEY (period_account_id) REFERENCES period_accounts (id),
        CONSTRAINT period_account_lines_account_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT period_account_lines_carries CHECK (carried_debit - carried_credit = brought_debit - brought_credit + debit - credit)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('period_account_lines')
  }
}
