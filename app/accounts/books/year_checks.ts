import { sentence, type Sentence } from '#core/domain_error'
import type { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { netOf, type AccountFigures } from '#accounts/books/figures'
import { openMonths } from '#accounts/books/months_locked'

interface Asked {
  unitId: number
  year: FiscalYear
  rows: readonly AccountFigures[]
}

/**
 * What stands in the way of closing a unit's year, all of it: open months, unsigned monthly accounts, open
 * commitments, memorandum accounts that do not face each other, a year before that is not closed.
 */
export async function obstacles({ unitId, year, rows }: Asked, trx: Trx): Promise<Sentence[]> {
  const found = [
    await openPeriods(unitId, year, trx),
    await unsigned(unitId, year, trx),
    await openCommitments(unitId, year, trx),
    unbalancedMemo(rows),
    await yearBefore(unitId, year, trx),
  ]
  return found.filter((one) => one !== null)
}

async function openPeriods(unitId: number, year: FiscalYear, trx: Trx): Promise<Sentence | null> {
  const open = await openMonths(unitId, year.months, trx)
  const list = (locale: 'ar' | 'en') => open.map((month) => month.label(locale)).join('، ')
  return open.length
    ? sentence(`أشهر مفتوحة للقيد: ${list('ar')}`, `months open for posting: ${list('en')}`)
    : null
}

async function unsigned(unitId: number, year: FiscalYear, trx: Trx): Promise<Sentence | null> {
  const [rows] = await trx.rawQuery(
    `SELECT first_day FROM period_accounts WHERE unit_id = ? AND span = 'month' AND status = 'signed' AND first_day BETWEEN ? AND ?`,
    [unitId, year.first, year.last]
  )
  const signed = new Set(rows.map((row: { first_day: string }) => row.first_day))
  const missing = year.months.filter((month) => !signed.has(month.first))
  const list = (locale: 'ar' | 'en') => missing.map((month) => month.label(locale)).join('، ')
  return missing.length
    ? sentence(
        `حسابات 75 لم يكتمل توقيعها: ${list('ar')}`,
        `accounts of form 75 not signed by all: ${list('en')}`
      )
    : null
}

async function openCommitments(
  unitId: number,
  year: FiscalYear,
  trx: Trx
): Promise<Sentence | null> {
  const [[row]] = await trx.rawQuery(
    `SELECT COUNT(*) AS count, COALESCE(SUM(amount - paid), 0) AS amount FROM commitments
     WHERE unit_id = ? AND fiscal_year = ? AND status IN ('draft', 'reserved', 'committed')`,
    [unitId, year.label]
  )
  const count = Number(row.count)
  const amount = Money.of(row.amount)
  return count
    ? sentence(
        `ارتباطات قائمة عددها ${count} وباقيها ${amount.format('ar')} جنيه`,
        `${count} open commitments with ${amount.format('en')} pounds left`
      )
    : null
}

function unbalancedMemo(rows: readonly AccountFigures[]): Sentence | null {
  const memo = rows.filter((row) => row.class === 'memo').map(({ carried }) => netOf(carried))
  const net = Money.sum(memo)
  return net.isZero()
    ? null
    : sentence(
        `الحسابات النظامية لا تتقابل والفرق ${net.abs().format('ar')} جنيه`,
        `memorandum accounts do not face each other; the difference is ${net.abs().format('en')} pounds`
      )
}

async function yearBefore(unitId: number, year: FiscalYear, trx: Trx): Promise<Sentence | null> {
  const [[row]] = await trx.rawQuery(
    `SELECT EXISTS (SELECT 1 FROM ledger_entries WHERE unit_id = ? AND posted_on < ?) AS posted,
       EXISTS (SELECT 1 FROM year_closings WHERE unit_id = ? AND fiscal_year = ? AND status = 'approved') AS closed`,
    [unitId, year.first, unitId, year.previous().label] as string[]
  )
  return Number(row.posted) && !Number(row.closed)
    ? sentence(
        `سنة ${year.previous().label} لم يعتمد حسابها الختامي`,
        `the final account of ${year.previous().label} is not approved`
      )
    : null
}
