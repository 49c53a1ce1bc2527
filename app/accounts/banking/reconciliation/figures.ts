import type { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { standingPapers, sumOf, type StandingPapers } from '#accounts/banking/reconciliation/papers'

type Reading = Pick<Trx, 'rawQuery'>

/** The statement's figures; every one of them in pounds, at the end of the month. */
export interface ReconciliationFigures {
  /** The account's ledger account: what its statements showed, and openings. */
  ledgerBank: Money
  /** The account's share of bank debits under settlement: debit positive. */
  underSettlement: Money
  outstanding: Money
  executed: Money
  unknownDebits: Money
  unknownCredits: Money
  /** As the books alone know it: everything ordered is gone, nothing unknown counted. */
  book: Money
  /** What the statement must show by the books and the papers between. */
  computed: Money
  papers: StandingPapers
  /** The ledger account serves other bank accounts of the unit too. */
  isShared: boolean
}

/**
 * Books and papers of a bank account at the end of a month:
 *
 *     book     = ledger account + bank debits under settlement − outstanding − unknown credits
 *     computed = book + outstanding + executed − unknown debits + unknown credits
 *
 * The ledger's figures come from the ledger, the others from papers: they only meet where both are right.
 */
export async function figuresOf(
  { bankAccountId, month }: { bankAccountId: number; month: Month },
  trx: Reading
): Promise<ReconciliationFigures> {
  const [[account]] = await trx.rawQuery(
    'SELECT unit_id, ledger_account_id FROM bank_accounts WHERE id = ?',
    [bankAccountId]
  )
  const [others] = await trx.rawQuery(
    'SELECT id, ledger_account_id FROM bank_accounts WHERE unit_id = ? AND id <> ? ORDER BY id',
    [account.unit_id, bankAccountId]
  )
  const unitId = Number(account.unit_id)
  const shares = others.filter(
    (other: any) => Number(other.ledger_account_id) === Number(account.ledger_account_id)
  )
  let ledgerBank = await balanceAt(unitId, { id: account.ledger_account_id }, month, trx)
  let underSettlement = await balanceAt(unitId, { code: 'INT-BANKDEBIT' }, month, trx)
  for (const { id } of shares) {
    ledgerBank = ledgerBank.subtract(await shownOn(Number(id), month, trx))
  }
  for (const { id } of others) {
    const theirs = await standingPapers(Number(id), month.last, trx)
    underSettlement = underSettlement
      .subtract(sumOf(theirs.unknownDebits))
      .add(sumOf(theirs.executed))
  }
  const papers = await standingPapers(bankAccountId, month.last, trx)
  const outstanding = sumOf(papers.outstanding)
  const executed = sumOf(papers.executed)
  const unknownDebits = sumOf(papers.unknownDebits)
  const unknownCredits = sumOf(papers.unknownCredits)
  const book = ledgerBank.add(underSettlement).subtract(outstanding).subtract(unknownCredits)
  const computed = book.add(outstanding).add(executed).subtract(unknownDebits).add(unknownCredits)
  return {
    ...{ ledgerBank, underSettlement, outstanding, executed, unknownDebits, unknownCredits },
    ...{ book, computed, papers, isShared: shares.length > 0 },
  }
}

/** Debit less credit of an account of the chart in a unit, up to the end of the month. */
async function balanceAt(
  unitId: number,
  account: { id?: number; code?: string },
  month: Month,
  trx: Reading
): Promise<Money> {
  const [[row]] = await trx.rawQuery(
    `SELECT COALESCE(SUM(t.debit) - SUM(t.credit), 0) AS balance FROM ledger_accounts a
     JOIN ledger_totals t ON t.account_id = a.id AND t.unit_id = ? AND t.month <= ? WHERE a.id = ? OR a.code = ?`,
    [unitId, month.first, account.id ?? 0, account.code ?? '']
  )
  return Money.of(row.balance)
}

async function shownOn(bankAccountId: number, month: Month, trx: Reading): Promise<Money> {
  const [[row]] = await trx.rawQuery(
    'SELECT COALESCE(SUM(amount), 0) AS amount FROM bank_lines WHERE bank_account_id = ? AND booked_on <= ?',
    [bankAccountId, month.last]
  )
  return Money.of(row.amount)
}

/**
 * What the bank itself says the account holds at the end of the month: the closing balance of the last
 * statement that gives one, and what was booked after it. Null where no file gave a balance.
 */
export async function balanceOfBank(
  bankAccountId: number,
  month: Month,
  trx: Reading
): Promise<{ balance: Money; statementNo: string } | null> {
  const [[last]] = await trx.rawQuery(
    `SELECT statement_no, last_on, closing_balance FROM bank_statements
     WHERE bank_account_id = ? AND last_on <= ? AND closing_balance IS NOT NULL ORDER BY last_on DESC, id DESC LIMIT 1`,
    [bankAccountId, month.last]
  )
  if (!last) return null
  const [[since]] = await trx.rawQuery(
    `SELECT COALESCE(SUM(amount), 0) AS amount FROM bank_lines WHERE bank_account_id = ? AND booked_on > ? AND booked_on <= ?`,
    [bankAccountId, last.last_on, month.last]
  )
  const balance = Money.of(last.closing_balance).add(Money.of(since.amount))
  return { balance, statementNo: last.statement_no }
}
