import db from '@adonisjs/lucid/services/db'
import { FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import { spreadUntil } from '#registry/books/spread'
import { sharingOf } from '#registry/books/sharing'

/** One fiscal year of an asset in a book. */
export interface ScheduleYear {
  year: string
  depreciation: Money
  /** What it stands at when the year ends. */
  value: Money
  /** Entered in the books, or how it goes on by the method it has. */
  isEntered: boolean
}

/** Months that a plan is shown for; a declining value never quite ends. */
const LONGEST = 60 * 12

/** The years of an asset in one book: those entered, and those to come until it is worth its salvage. */
export async function scheduleOf(assetId: number, bookId: number): Promise<ScheduleYear[]> {
  const value = await db
    .from('asset_book_values')
    .where({ asset_id: assetId, book_id: bookId })
    .first()
  if (!value) return []
  const before = await entered(assetId, bookId)
  const after = value.is_open && value.spread_months !== null ? toCome(value) : []
  const [running] = after
  if (running && before.at(-1)?.year === running.year) {
    running.depreciation = running.depreciation.add(before.pop()!.depreciation)
  }
  return [...before, ...after]
}

async function entered(assetId: number, bookId: number): Promise<ScheduleYear[]> {
  const [rows] = await db.rawQuery(
    `SELECT YEAR(effective_on - INTERVAL 6 MONTH) AS starts, SUM(cost - accumulated) AS moved,
       SUM(IF(kind IN ('depreciation', 'reversal'), accumulated, 0)) AS depreciation
     FROM asset_book_entries WHERE asset_id = ? AND book_id = ? GROUP BY starts ORDER BY starts`,
    [assetId, bookId]
  )
  let value = Money.zero
  return (rows as Record<string, any>[]).map((row) => {
    value = value.add(Money.of(String(row.moved)))
    return {
      year: FiscalYear.startingIn(Number(row.starts)).label,
      depreciation: Money.of(String(row.depreciation)),
      value,
      isEntered: true,
    }
  })
}

/** What the sharing still takes from the next month on; a declining value begins anew each July. */
function toCome(row: Record<string, any>): ScheduleYear[] {
  const [cost, salvage] = [Money.of(row.cost), Money.of(row.salvage)]
  let accumulated = Money.of(row.accumulated)
  let base = Money.of(row.spread_base)
  let [spread, months] = [Money.of(row.spread), Number(row.spread_months)]
  const from = Month.containing(row.spread_from)
  let month = row.last_month ? Month.containing(row.last_month).next() : from
  if (month.compare(from) < 0) month = from
  let elapsed = Month.range(from, month).length
  const years: ScheduleYear[] = []
  for (let step = 0; step < LONGEST; step++, month = month.next(), elapsed++) {
    const isJuly = month.first === month.fiscalYear.first
    if (row.method === 'declining' && isJuly && elapsed > 1) {
      const method = { method: row.method, lifeMonths: null, yearlyRate: String(row.yearly_rate) }
      const anew = sharingOf(cost.subtract(accumulated), salvage, method, month)
      ;[spread, months, base, elapsed] = [anew.spread, anew.spreadMonths ?? 12, accumulated, 1]
      if (spread.isZero()) break
    }
    if (row.method === 'straight_line' && elapsed > months) break
    const due = base.add(spreadUntil(spread, months, elapsed))
    const share = due.subtract(accumulated)
    accumulated = due
    const running = years.at(-1)
    const value = cost.subtract(accumulated)
    if (running?.year === month.fiscalYear.label) {
      running.depreciation = running.depreciation.add(share)
      running.value = value
    } else {
      years.push({ year: month.fiscalYear.label, depreciation: share, value, isEntered: false })
    }
  }
  return years
}
