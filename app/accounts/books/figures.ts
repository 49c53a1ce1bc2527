import type { Day } from '#core/days'
import { FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

export interface Sides {
  debit: Money
  credit: Money
}

/** An account over a period: what it came with, what moved, what it goes on with. */
export interface AccountFigures {
  accountId: number
  code: string
  nameAr: string
  nameEn: string
  class: 'revenue' | 'expense' | 'asset' | 'liability' | 'memo'
  brought: Sides
  moved: Sides
  carried: Sides
  lineCount: number
}

export interface Period {
  unitId: number
  first: Day
  last: Day
}

/** Which lines of the ledger a reading takes, as SQL over `a` (accounts), `l` (lines), `e` (entries). */
export interface Scope {
  where: string
  bindings: readonly string[]
  /** The entries are asked too. */
  byEntry: boolean
  carries: 'balance' | 'year'
}

/** The whole chart, each account by its balance. */
export const WHOLE_LEDGER: Scope = {
  where: '1 = 1',
  bindings: [],
  byEntry: false,
  carries: 'balance',
}

/** Where the surplus or deficit of closed years stands. */
export const RESULT_ACCOUNT = 'INT-RESULT'

type Queries = Pick<Trx, 'rawQuery'>

/**
 * Every account of a scope over a period. Revenue and expense begin each July with nothing; the entry
 * that closes the year of the period is not counted in it, so that its figures stay the same after it.
 */
export async function accountFigures(
  { unitId, first, last }: Period,
  scope: Scope,
  { trx }: { trx: Queries }
): Promise<AccountFigures[]> {
  const year = FiscalYear.containing(first)
  const closing = await closingEntries(unitId, year, trx)
  const { sql, bindings } = isOfMonths({ first, last }, scope)
    ? fromTotals(unitId, last, closing)
    : fromLines(unitId, last, { closing, byEntry: scope.byEntry })
  const [rows] = await trx.rawQuery(
    `SELECT a.id, a.code, a.name_ar, a.name_en, a.class,
       SUM(IF(l.posted_on < ?, l.debit, 0)) AS brought_debit, SUM(IF(l.posted_on < ?, l.credit, 0)) AS brought_credit,
       SUM(IF(l.posted_on >= ?, l.debit, 0)) AS debit, SUM(IF(l.posted_on >= ?, l.credit, 0)) AS credit,
       SUM(IF(l.posted_on >= ?, l.line_count, 0)) AS line_count
     FROM ${sql}
       AND (l.posted_on >= ? ${scope.carries === 'year' ? '' : "OR a.class NOT IN ('revenue', 'expense')"})
       AND (${scope.where})
     GROUP BY a.id, a.code, a.name_ar, a.name_en, a.class HAVING SUM(l.line_count) <> 0 ORDER BY a.code`,
    [first, first, first, first, first, ...bindings, year.first, ...scope.bindings] as string[]
  )
  return rows.map((row: Record<string, string>) => figuresOf(row, scope.carries))
}

/** Whole months of accounts, whatever entries moved them: the totals of months hold all that is asked. */
const isOfMonths = ({ first, last }: Omit<Period, 'unitId'>, { byEntry }: Scope) =>
  !byEntry && first === Month.containing(first).first && last === Month.containing(last).last

/** What posting keeps by month (`ledger_totals`), less what closed the year. */
function fromTotals(unitId: number, last: Day, closing: readonly number[]) {
  const without = closing.length
    ? `UNION ALL SELECT account_id, posted_on, -debit, -credit, -1 FROM ledger_lines WHERE entry_id IN (${closing.join(', ')})`
    : ''
  return {
    sql: `(SELECT account_id, month AS posted_on, debit, credit, line_count FROM ledger_totals
         WHERE unit_id = ? AND month <= ? ${without}) l
       JOIN ledger_accounts a ON a.id = l.account_id WHERE l.posted_on <= ?`,
    bindings: [unitId, last, last],
  }
}

/** The lines themselves: for days within a month, and for what entries of some kinds say. */
function fromLines(
  unitId: number,
  last: Day,
  { closing, byEntry }: { closing: readonly number[]; byEntry: boolean }
) {
  return {
    sql: `(SELECT entry_id, account_id, unit_id, posted_on, debit, credit, 1 AS line_count FROM ledger_lines) l
       JOIN ledger_accounts a ON a.id = l.account_id
       ${byEntry ? 'JOIN ledger_entries e ON e.id = l.entry_id' : ''}
       WHERE l.unit_id = ? AND l.posted_on <= ? ${notIn(closing)}`,
    bindings: [unitId, last],
  }
}

/**
 * The trial balance of a period (ميزان المراجعة). What earlier years earned and spent stands on the result
 * account whether or not their closing entry is made yet, so each July opens as June closed.
 */
export async function trialBalance(
  period: Period,
  { trx }: { trx: Queries }
): Promise<AccountFigures[]> {
  const rows = await accountFigures(period, WHOLE_LEDGER, { trx })
  const { first: yearFirst } = FiscalYear.containing(period.first)
  const [[before]] = await trx.rawQuery(
    `SELECT COALESCE(SUM(t.debit), 0) AS debit, COALESCE(SUM(t.credit), 0) AS credit
     FROM ledger_totals t JOIN ledger_accounts a ON a.id = t.account_id
     WHERE t.unit_id = ? AND t.month < ? AND a.class IN ('revenue', 'expense')`,
    [period.unitId, yearFirst]
  )
  const unclosed = Money.of(before.debit).subtract(Money.of(before.credit))
  if (unclosed.isZero()) return rows
  const result = rows.find(({ code }) => code === RESULT_ACCOUNT) ?? (await resultRow(trx))
  const net = netOf(result.brought).add(unclosed)
  const moved = result.moved
  const whole = { ...result, brought: onItsSide(net), carried: onItsSide(net.add(netOf(moved))) }
  return [...rows.filter(({ code }) => code !== RESULT_ACCOUNT), whole].sort((a, b) =>
    a.code < b.code ? -1 : 1
  )
}

/** Sums of the sides over rows. */
export function totalsOf(rows: readonly Pick<AccountFigures, 'brought' | 'moved' | 'carried'>[]) {
  const sum = (part: 'brought' | 'moved' | 'carried'): Sides => ({
    debit: Money.sum(rows.map((row) => row[part].debit)),
    credit: Money.sum(rows.map((row) => row[part].credit)),
  })
  return { brought: sum('brought'), moved: sum('moved'), carried: sum('carried') }
}

/** Debit less credit. */
export const netOf = ({ debit, credit }: Sides): Money => debit.subtract(credit)

/** A balance on the side where it stands. */
export function onItsSide(net: Money): Sides {
  return net.isNegative()
    ? { debit: Money.zero, credit: net.negate() }
    : { debit: net, credit: Money.zero }
}

/** The entries, and their reversals, that closed a year. */
export async function closingEntries(
  unitId: number,
  year: FiscalYear,
  trx: Queries
): Promise<number[]> {
  const [rows] = await trx.rawQuery(
    `SELECT e.id, r.id AS reversal FROM ledger_entries e LEFT JOIN ledger_entries r ON r.reverses_id = e.id
     WHERE e.business_key LIKE ?`,
    [`year-closing/${unitId}/${year.slug}/%`]
  )
  return rows.flatMap((row: { id: number; reversal: number | null }) =>
    [row.id, row.reversal].filter((id) => id !== null).map(Number)
  )
}

/** SQL that leaves entries out; ids come from the ledger, never from a request. */
export function notIn(entries: readonly number[]): string {
  return entries.length ? `AND l.entry_id NOT IN (${entries.join(', ')})` : ''
}

async function resultRow(trx: Queries): Promise<AccountFigures> {
  const [[row]] = await trx.rawQuery(
    'SELECT id, code, name_ar, name_en, class FROM ledger_accounts WHERE code = ?',
    [RESULT_ACCOUNT]
  )
  const nothing = {
    brought_debit: '0',
    brought_credit: '0',
    debit: '0',
    credit: '0',
    line_count: '0',
  }
  return figuresOf({ ...row, ...nothing }, 'balance')
}

function figuresOf(row: Record<string, string>, carries: Scope['carries']): AccountFigures {
  const came = { debit: Money.of(row.brought_debit!), credit: Money.of(row.brought_credit!) }
  const moved = { debit: Money.of(row.debit!), credit: Money.of(row.credit!) }
  const all = { debit: came.debit.add(moved.debit), credit: came.credit.add(moved.credit) }
  const shown = (sides: Sides) => (carries === 'year' ? sides : onItsSide(netOf(sides)))
  return {
    accountId: Number(row.id),
    code: row.code!,
    nameAr: row.name_ar!,
    nameEn: row.name_en!,
    class: row.class as AccountFigures['class'],
    brought: shown(came),
    moved,
    carried: shown(all),
    lineCount: Number(row.line_count),
  }
}
