import { Money } from '#core/money'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import {
  AccountNotPostableError,
  PeriodLockedError,
  UnbalancedEntryError,
  UnbalancedMemoError,
} from '#accounts/errors'
import type { Entry, EntryLine } from '#accounts/ledger/entry'

/** Accounts that entries name, by what they name them by. */
export type Accounts = ReadonlyMap<number | string, { id: number; isMemo: boolean }>

const sides = (lines: readonly EntryLine[]) => ({
  debit: Money.sum(lines.map((line) => line.debit ?? Money.zero)),
  credit: Money.sum(lines.map((line) => line.credit ?? Money.zero)),
})

/**
 * The sum of either side.
 * @throws UnbalancedEntryError
 */
export function assertBalanced(lines: readonly EntryLine[]): Money {
  const { debit, credit } = sides(lines)
  if (!debit.equals(credit) || !debit.isPositive()) throw new UnbalancedEntryError(debit, credit)
  return debit
}

/**
 * Memo accounts (حسابات نظامية, 91 and 92) stand against each other: what they hold is no money of
 * the house, so an entry never has one of them against an account of money.
 * @throws UnbalancedMemoError
 */
export function assertMemoApart(lines: readonly EntryLine[], accounts: Accounts): void {
  const memo = lines.filter(({ account }) => accounts.get(account)!.isMemo)
  if (memo.length === 0) return
  const { debit, credit } = sides(memo)
  if (!debit.equals(credit)) throw new UnbalancedMemoError(debit, credit)
}

/** The one kind of entry that enters a locked June: the trigger of the periods lets it in as well. */
export const YEAR_CLOSING = 'year_closing'

/**
 * No month of the entries is locked in its unit; who locks one meanwhile waits for this posting. The
 * entry that closes a year, and its reversal, stand in a June that stays locked.
 * @throws PeriodLockedError
 */
export async function assertMonthsOpen(
  entries: readonly { unitId: number; postedOn: Day; kind?: string }[],
  trx: Pick<Trx, 'rawQuery'>
): Promise<void> {
  const months = new Map<string, { unitId: number; postedOn: Day }>()
  for (const entry of entries) {
    if (entry.kind === YEAR_CLOSING) continue
    months.set(`${entry.unitId}/${entry.postedOn.slice(0, 7)}`, entry)
  }
  const asked = [...months.values()]
  if (!asked.length) return
  const [locked] = await trx.rawQuery(
    `SELECT unit_id, month FROM accounting_periods
     WHERE state = 'locked' AND (unit_id, month) IN (${asked.map(() => '(?, ?)').join(', ')}) LIMIT 1 LOCK IN SHARE MODE`,
    asked.flatMap(({ unitId, postedOn }) => [unitId, `${postedOn.slice(0, 7)}-01`])
  )
  if (locked.length === 0) return
  const key = `${locked[0].unit_id}/${String(locked[0].month).slice(0, 7)}`
  const { unitId, postedOn } = months.get(key) ?? asked[0]!
  throw new PeriodLockedError(unitId, postedOn)
}

/**
 * Finds the accounts that entries name, by id or code.
 * @throws AccountNotPostableError
 */
export async function accountsOf(
  entries: readonly Pick<Entry, 'lines'>[],
  trx: Trx
): Promise<Accounts> {
  const named = new Set(entries.flatMap(({ lines }) => lines.map(({ account }) => account)))
  const ids = [...named].filter((one) => typeof one === 'number')
  const codes = [...named].filter((one) => typeof one === 'string')
  const [rows] = await trx.rawQuery(
    `SELECT id, code, class FROM ledger_accounts WHERE is_postable = 1
       AND (id IN (${['0', ...ids.map(() => '?')].join(', ')}) OR code IN (${["''", ...codes.map(() => '?')].join(', ')}))`,
    [...ids, ...codes]
  )
  const found = new Map<number | string, { id: number; isMemo: boolean }>()
  for (const row of rows) {
    const account = { id: Number(row.id), isMemo: row.class === 'memo' }
    found.set(account.id, account).set(row.code, account)
  }
  const missing = [...named].find((one) => !found.has(one))
  if (missing !== undefined) throw new AccountNotPostableError(String(missing))
  return found
}
