import { bankAccounts } from '#accounts/imports/bank_accounts'
import type { Stage } from '#core/imports/stage'

/** Keeps what the bank says of each statement of the file: its balances, and whether it adds up. */
export async function recordStatements(stage: Stage): Promise<void> {
  if (stage.statements.length === 0) return
  const find = await bankAccounts(stage.scope, stage.trx)
  for (const statement of stage.statements) {
    const account = statement.account ? find(statement.account) : null
    if (!account) continue
    await stage.sql(
      `INSERT INTO bank_statements (bank_account_id, unit_id, statement_no, first_on, last_on, opening_balance,
         closing_balance, balances, import_id)
       SELECT ?, ?, ?, MIN(s.booked_on), MAX(s.booked_on), ?, ?, ?, ?
       FROM import_stage s WHERE s.bank_account_id = ? AND COALESCE(s.statement_no, '') = ?
       HAVING COUNT(*) > 0
       ON DUPLICATE KEY UPDATE bank_statements.id = bank_statements.id`,
      [
        account.id,
        account.unitId,
        (statement.statementNo ?? '').slice(0, 40),
        statement.openingBalance,
        statement.closingBalance,
        statement.balanced === null ? null : Number(statement.balanced),
        stage.importId,
        account.id,
        (statement.statementNo ?? '').slice(0, 40),
      ]
    )
  }
}
