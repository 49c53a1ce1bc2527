import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

type Queries = Pick<Trx, 'rawQuery'>
interface Asked {
  unitId: number
  day: Day
}

/** A form 50 that took effect on a day, or was taken back on it (then below zero). */
export interface DayForm {
  voucherId: number
  entryId: number
  /** Its serials in book 55, of form 50 and in book 224. */
  book55No: number
  formNo: number
  book224No: number
  payee: string
  isTakenBack: boolean
  gross: Money
  deductions: Money
  net: Money
}

/** What the day's entries hold back, by account (تسويات). */
export interface DaySettlement {
  code: string
  nameAr: string
  nameEn: string
  amount: Money
}

/** The forms of a day in the order of book 55. */
export async function formsOf(
  { unitId, day }: Asked,
  { trx }: { trx: Queries }
): Promise<DayForm[]> {
  const [rows] = await trx.rawQuery(
    `SELECT v.id, d.entry_id, v.book_55_no, v.number, v.book_224_no, v.payee_name, d.sign,
       d.sign * v.gross AS gross, d.sign * v.deductions AS deductions, d.sign * v.net AS net
     FROM (
       SELECT id, entry_id, 1 AS sign FROM payment_vouchers WHERE unit_id = ? AND posted_on = ?
       UNION ALL
       SELECT v.id, r.id, -1 FROM payment_vouchers v JOIN ledger_entries r ON r.reverses_id = v.entry_id
       WHERE v.unit_id = ? AND r.posted_on = ?
     ) d JOIN payment_vouchers v ON v.id = d.id ORDER BY v.book_55_no, d.sign DESC`,
    [unitId, day, unitId, day] as string[]
  )
  return rows.map((row: Record<string, string>) => ({
    voucherId: Number(row.id),
    entryId: Number(row.entry_id),
    book55No: Number(row.book_55_no),
    formNo: Number(row.number),
    book224No: Number(row.book_224_no),
    payee: row.payee_name!,
    isTakenBack: Number(row.sign) < 0,
    gross: Money.of(row.gross!),
    deductions: Money.of(row.deductions!),
    net: Money.of(row.net!),
  }))
}

/** What the entries of forms 50 of a day hold back: credits but those of payment orders. */
export async function settlementsOf(
  { unitId, day }: Asked,
  { trx }: { trx: Queries }
): Promise<DaySettlement[]> {
  const [rows] = await trx.rawQuery(
    `SELECT a.code, a.name_ar, a.name_en, SUM(IF(e.reverses_id IS NULL, l.credit, -l.debit)) AS amount
     FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id
     LEFT JOIN posting_rules p ON p.document = 'payment_voucher' AND p.event = 'posted' AND p.amount_key = 'net'
       AND p.side = 'credit' AND e.posted_on >= p.valid_from AND (p.valid_to IS NULL OR e.posted_on < p.valid_to)
     WHERE e.unit_id = ? AND e.posted_on = ? AND e.kind = 'payment_voucher' AND NOT (a.code <=> p.account_code)
     GROUP BY a.code, a.name_ar, a.name_en HAVING amount <> 0 ORDER BY a.code`,
    [unitId, day] as string[]
  )
  return rows.map((row: Record<string, string>) => ({
    ...{ code: row.code!, nameAr: row.name_ar!, nameEn: row.name_en! },
    amount: Money.of(row.amount!),
  }))
}
