import { Money } from '#core/money'
import type { Trx } from '#core/within'
import {
  netOf,
  onItsSide,
  RESULT_ACCOUNT,
  type AccountFigures,
  type Sides,
} from '#accounts/books/figures'

/** What an account closes a year with and opens the next with. */
export interface RolledOver {
  accountId: number
  code: string
  closes: Sides
  opens: Sides
}

export const isOfYear = (row: Pick<AccountFigures, 'class'>) =>
  row.class === 'revenue' || row.class === 'expense'

/** Revenue and expense of a year, from its trial balance. */
export function resultOf(rows: readonly AccountFigures[]): { revenue: Money; expense: Money } {
  const net = (kind: AccountFigures['class']) =>
    Money.sum(rows.filter((row) => row.class === kind).map(({ carried }) => netOf(carried)))
  return { revenue: net('revenue').negate(), expense: net('expense') }
}

/** Every account with its closing balance and its next opening: revenue and expense open with nothing. */
export async function rolledOver(rows: readonly AccountFigures[], trx: Trx): Promise<RolledOver[]> {
  const { revenue, expense } = resultOf(rows)
  const [[result]] = await trx.rawQuery('SELECT id FROM ledger_accounts WHERE code = ?', [
    RESULT_ACCOUNT,
  ])
  const balances = rows
    .filter(({ code }) => code !== RESULT_ACCOUNT)
    .map((row) => ({
      accountId: row.accountId,
      code: row.code,
      closes: onItsSide(netOf(row.carried)),
      opens: onItsSide(isOfYear(row) ? Money.zero : netOf(row.carried)),
    }))
  const known = rows.find(({ code }) => code === RESULT_ACCOUNT)
  const before = known ? netOf(known.carried) : Money.zero
  const after = before.subtract(revenue).add(expense)
  if (known || !after.isZero()) {
    balances.push({
      accountId: Number(result.id),
      code: RESULT_ACCOUNT,
      closes: onItsSide(before),
      opens: onItsSide(after),
    })
  }
  return balances
}

/** Writes what was rolled over, in place of an earlier attempt. */
export async function writeRollOver(
  closingId: number,
  balances: readonly RolledOver[],
  trx: Trx
): Promise<void> {
  await trx.rawQuery('DELETE FROM year_closing_lines WHERE closing_id = ?', [closingId])
  if (!balances.length) return
  const values = balances.flatMap(({ accountId, closes, opens }) => [
    ...[closingId, accountId, closes.debit, closes.credit, opens.debit, opens.credit],
  ])
  await trx.rawQuery(
    `INSERT INTO year_closing_lines (closing_id, account_id, debit, credit, opening_debit, opening_credit)
     VALUES ${balances.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
    values.map(String)
  )
}

/** An account as its closing keeps it, with its names. */
export interface RolledLine extends RolledOver {
  nameAr: string
  nameEn: string
}

/** What a closing rolled over, account by account. */
export async function rolledLines(
  closingId: number,
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<RolledLine[]> {
  const [rows] = await trx.rawQuery(
    `SELECT l.account_id, a.code, a.name_ar, a.name_en, l.debit, l.credit, l.opening_debit, l.opening_credit
     FROM year_closing_lines l JOIN ledger_accounts a ON a.id = l.account_id WHERE l.closing_id = ? ORDER BY a.code`,
    [closingId]
  )
  return rows.map((row: Record<string, string>) => ({
    accountId: Number(row.account_id),
    ...{ code: row.code!, nameAr: row.name_ar!, nameEn: row.name_en! },
    closes: { debit: Money.of(row.debit!), credit: Money.of(row.credit!) },
    opens: { debit: Money.of(row.opening_debit!), credit: Money.of(row.opening_credit!) },
  }))
}
