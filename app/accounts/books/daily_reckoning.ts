import type { Day } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

/** What went through a book: gross, what was held back of it, and what is left to pay. */
export interface Reckoned {
  count: number
  gross: Money
  deductions: Money
  net: Money
}

export interface DailyReckoning {
  day: Day
  /** From book 55: the forms 50 that took effect on the day, less those taken back on it. */
  book55: Reckoned
  /** From book 224: the same day's entries as they stand in the ledger. */
  book224: Reckoned
  /** Since July, up to the day before, and with the day. */
  opening: Reckoned
  closing: Reckoned
  /** The two books say the same, and what the forms held back is what the entries settle. */
  agrees: boolean
}

type Queries = Pick<Trx, 'rawQuery'>
interface Span {
  unitId: number
  first: Day
  last: Day
}

/**
 * Form 69 of a unit and day (الحسبة اليومية). Both books are read by the day on which the entry was posted,
 * never the day a paper arrived, so a day that differs is a day with a mistake in it. A form that was taken
 * back counts below zero on the day of its reversal.
 */
export async function dailyReckoning(
  { unitId, day }: { unitId: number; day: Day },
  { trx }: { trx: Queries }
): Promise<DailyReckoning> {
  const { first } = FiscalYear.containing(day)
  const today = { unitId, first: day, last: day }
  const book55 = await fromForms(today, trx)
  const book224 = await fromEntries(today, trx)
  const closing = await fromEntries({ unitId, first, last: day }, trx)
  const opening = less(closing, book224)
  return { day, book55, book224, opening, closing, agrees: same(book55, book224) }
}

async function fromForms({ unitId, first, last }: Span, trx: Queries): Promise<Reckoned> {
  const [[row]] = await trx.rawQuery(
    `SELECT COALESCE(SUM(d.sign), 0) AS count, COALESCE(SUM(d.sign * v.gross), 0) AS gross,
       COALESCE(SUM(d.sign * v.deductions), 0) AS deductions, COALESCE(SUM(d.sign * v.net), 0) AS net
     FROM (
       SELECT v.id, 1 AS sign FROM payment_vouchers v WHERE v.unit_id = ? AND v.posted_on BETWEEN ? AND ?
       UNION ALL
       SELECT v.id, -1 FROM payment_vouchers v JOIN ledger_entries r ON r.reverses_id = v.entry_id
       WHERE v.unit_id = ? AND r.posted_on BETWEEN ? AND ?
     ) d JOIN payment_vouchers v ON v.id = d.id`,
    [unitId, first, last, unitId, first, last] as string[]
  )
  return reckoned(row)
}

/** An entry's debit is what it charges; its credit is the orders to pay and, apart from them, what is held back. */
async function fromEntries({ unitId, first, last }: Span, trx: Queries): Promise<Reckoned> {
  const [[row]] = await trx.rawQuery(
    `SELECT COALESCE(SUM(x.sign), 0) AS count, COALESCE(SUM(x.sign * x.gross), 0) AS gross,
       COALESCE(SUM(x.sign * (x.gross - x.net)), 0) AS deductions, COALESCE(SUM(x.sign * x.net), 0) AS net
     FROM (
       SELECT e.id, IF(e.reverses_id IS NULL, 1, -1) AS sign,
         SUM(IF(e.reverses_id IS NULL, l.debit, l.credit)) AS gross,
         SUM(IF(a.code = p.account_code, IF(e.reverses_id IS NULL, l.credit, l.debit), 0)) AS net
       FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id
       LEFT JOIN posting_rules p ON p.document = 'payment_voucher' AND p.event = 'posted' AND p.amount_key = 'net'
         AND p.side = 'credit' AND e.posted_on >= p.valid_from AND (p.valid_to IS NULL OR e.posted_on < p.valid_to)
       WHERE e.unit_id = ? AND e.posted_on BETWEEN ? AND ? AND e.kind = 'payment_voucher'
       GROUP BY e.id, e.reverses_id
     ) x`,
    [unitId, first, last] as string[]
  )
  return reckoned(row)
}

function reckoned(row: Record<string, string>): Reckoned {
  const of = (figure: string) => Money.of(row[figure]!)
  return {
    count: Number(row.count),
    gross: of('gross'),
    deductions: of('deductions'),
    net: of('net'),
  }
}

function less(a: Reckoned, b: Reckoned): Reckoned {
  return {
    count: a.count - b.count,
    gross: a.gross.subtract(b.gross),
    deductions: a.deductions.subtract(b.deductions),
    net: a.net.subtract(b.net),
  }
}

function same(a: Reckoned, b: Reckoned): boolean {
  const left = less(a, b)
  return left.count === 0 && [left.gross, left.deductions, left.net].every((one) => one.isZero())
}
