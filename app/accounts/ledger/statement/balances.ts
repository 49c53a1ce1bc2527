import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Day } from '#core/days'
import { FiscalYear, Month } from '#core/fiscal'
import { applyFilter } from '#core/lists/filters'
import type { List } from '#core/lists/list'
import { Money } from '#core/money'
import { visible, type Reader } from '#identity/access/visible'
import { accountAsked, daysAsked } from '#accounts/ledger/statement/asked'

export interface Sides {
  debit: Money
  credit: Money
}

/** A place in a statement: the line itself is after it. */
interface Before {
  day: Day
  lineId: number
}

/** What the totals of months tell apart; other filters are answered from the lines alone. */
const BY_MONTH = new Set(['account', 'unit', 'fund', 'posted'])

/**
 * Both sides of the account asked for, up to a place and by the filters of the statement: whole months
 * from the totals that posting keeps, the month of the place from its lines, so that the last page of a
 * long statement costs what its first does. Revenue and expense are counted from the July before the
 * statement begins.
 */
export async function sidesBefore(
  list: List,
  { day, lineId }: Before,
  trx?: TransactionClientContract
): Promise<Sides> {
  const account = await accountAsked(list.ctx)
  if (!account) return { debit: Money.zero, credit: Money.zero }
  const since = account.isOfYear ? FiscalYear.containing(daysAsked(list.ctx).from).first : null
  const byMonth = list.filters.every(
    ({ filter, value }) => value === undefined || BY_MONTH.has(filter.key)
  )
  const month = Month.containing(day).first
  const parts: Promise<Sides>[] = []
  const lines = summed(list, 'ledger_lines', trx).whereRaw(
    '(l.posted_on < ? OR l.posted_on = ? AND l.id < ?)',
    [day, day, lineId]
  )
  const firstLine = byMonth && (!since || month > since) ? month : since
  if (firstLine) void lines.where('l.posted_on', '>=', firstLine)
  parts.push(read(lines))
  if (byMonth) {
    const months = summed(list, 'ledger_totals', trx).where('l.month', '<', month)
    if (since) void months.where('l.month', '>=', since)
    parts.push(read(months))
  }
  const found = await Promise.all(parts)
  return {
    debit: Money.sum(found.map(({ debit }) => debit)),
    credit: Money.sum(found.map(({ credit }) => credit)),
  }
}

function summed(
  list: List,
  table: 'ledger_lines' | 'ledger_totals',
  trx?: TransactionClientContract
) {
  const query = (trx ?? db)
    .from(`${table} as l`)
    .select(db.raw('COALESCE(SUM(l.debit), 0) AS debit, COALESCE(SUM(l.credit), 0) AS credit'))
  void visible(query, list.person as unknown as Reader, 'accounts.ledger.read', 'l.unit_id')
  for (const asked of list.filters) if (asked.filter.key !== 'posted') applyFilter(query, asked)
  return query
}

async function read(query: PromiseLike<Record<string, unknown>[]>): Promise<Sides> {
  const [row] = await query
  return { debit: Money.of(String(row!.debit)), credit: Money.of(String(row!.credit)) }
}
