import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { netOf, trialBalance, type AccountFigures } from '#accounts/books/figures'
import { linesOf } from '#accounts/books/period_account_lines'
import type PeriodAccount from '#accounts/models/period_account'

type Written = Omit<AccountFigures, 'lineCount'>
type Queries = Pick<Trx, 'rawQuery'>

/** An entry that came after the figures were frozen. */
export interface LaterEntry {
  entryId: number
  entryNo: number
  day: Day
  description: string
  debit: Money
  credit: Money
}

/** An account that stands otherwise in the ledger than in an account of form 75, and what explains it. */
export interface Difference {
  accountId: number
  code: string
  nameAr: string
  nameEn: string
  frozen: Money
  now: Money
  /** The ledger less the account. */
  difference: Money
  entries: LaterEntry[]
}

/**
 * Where the ledger left an account of form 75 after it was handed in: account by account, with the entries
 * of its period and before that were posted since. None: it says what the ledger says.
 */
export async function differencesOf(
  account: PeriodAccount,
  { trx }: { trx: Queries }
): Promise<Difference[]> {
  const { unitId, firstDay: first, lastDay: last } = account
  const frozen = await linesOf(account.id, { trx })
  const now = await trialBalance({ unitId, first, last }, { trx })
  const found = compared(frozen, now)
  const { lastEntryId: after } = account
  for (const one of found) {
    if (after !== null)
      one.entries = await entriesAfter(one.accountId, { unitId, last, after }, trx)
  }
  return found
}

/** Accounts that two readings of a period show otherwise: a side that moved, or what is carried. */
export function compared(before: readonly Written[], after: readonly Written[]): Difference[] {
  const was = new Map(before.map((row) => [row.accountId, row]))
  const is = new Map(after.map((row) => [row.accountId, row]))
  const found: Difference[] = []
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(id), is.get(id)]
    if (old && now && same(old, now)) continue
    const { accountId, code, nameAr, nameEn } = (now ?? old)!
    const frozen = old ? netOf(old.carried) : Money.zero
    const stands = now ? netOf(now.carried) : Money.zero
    const difference = stands.subtract(frozen)
    found.push({ accountId, code, nameAr, nameEn, frozen, now: stands, difference, entries: [] })
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1))
}

function same(a: Written, b: Written): boolean {
  const parts = ['brought', 'moved', 'carried'] as const
  return parts.every(
    (part) => a[part].debit.equals(b[part].debit) && a[part].credit.equals(b[part].credit)
  )
}

async function entriesAfter(
  accountId: number,
  { unitId, last, after }: { unitId: number; last: Day; after: number },
  trx: Queries
): Promise<LaterEntry[]> {
  const [rows] = await trx.rawQuery(
    `SELECT e.id, e.number, e.posted_on, e.description, SUM(l.debit) AS debit, SUM(l.credit) AS credit
     FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
     WHERE l.unit_id = ? AND l.account_id = ? AND l.posted_on <= ? AND e.id > ? AND e.kind <> 'year_closing'
     GROUP BY e.id, e.number, e.posted_on, e.description ORDER BY e.posted_on, e.number LIMIT 50`,
    [unitId, accountId, last, after]
  )
  return rows.map((row: Record<string, string>) => ({
    entryId: Number(row.id),
    entryNo: Number(row.number),
    day: row.posted_on!,
    description: row.description!,
    debit: Money.of(row.debit!),
    credit: Money.of(row.credit!),
  }))
}
