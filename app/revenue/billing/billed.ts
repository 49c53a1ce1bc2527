import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { BillSource } from '#revenue/billing/entitlement'

/** A bill that stands: its charge is not cancelled. */
export interface StandingBill {
  id: number
  sequence: number
  chargeId: number | null
  reference: string | null
  /** What it bills, less what was credited of it. */
  worth: Money
  creditUsed: Money
  /** Money came for it, or credit was given of it: it is no longer cancelled, only credited. */
  isTouched: boolean
}

export interface BilledMonth {
  source: BillSource
  sourceId: number
  /** First day of the month. */
  period: string
  lastSequence: number
  standing: StandingBill[]
}

/** The key of a source's month. */
export const keyOf = (of: { source: string; sourceId: number }, period: string) =>
  `${of.source}/${of.sourceId}/${period}`

/** Everything the house billed in a unit, by source and month, with what became of it. */
export async function billedOf(unitId: number, trx: Trx): Promise<Map<string, BilledMonth>> {
  const [rows] = await trx.rawQuery(
    `SELECT b.id, b.source, b.source_id, b.period, b.sequence, b.charge_id, b.accrued, b.credit_used, c.status, c.payment_ref,
       COALESCE(k.credited, 0) AS credited,
       (k.bill_id IS NOT NULL OR EXISTS (SELECT 1 FROM allocations a WHERE a.charge_id = b.charge_id)
         OR EXISTS (SELECT 1 FROM receipts r WHERE r.unit_id = b.unit_id AND r.payment_ref = c.payment_ref AND r.is_void = 0)) AS touched
     FROM bills b LEFT JOIN charges c ON c.id = b.charge_id
     LEFT JOIN (SELECT bill_id, SUM(amount) AS credited FROM bill_credits WHERE unit_id = ? GROUP BY bill_id) k ON k.bill_id = b.id
     WHERE b.unit_id = ? ORDER BY b.source, b.source_id, b.period, b.sequence`,
    [unitId, unitId]
  )
  const months = new Map<string, BilledMonth>()
  for (const row of rows as Record<string, any>[]) {
    const of = { source: row.source as BillSource, sourceId: Number(row.source_id) }
    const key = keyOf(of, row.period)
    const month: BilledMonth = months.get(key) ?? {
      ...of,
      period: row.period,
      lastSequence: 0,
      standing: [],
    }
    months.set(key, month)
    month.lastSequence = Number(row.sequence)
    if (row.status === 'cancelled') continue
    month.standing.push({
      id: Number(row.id),
      sequence: Number(row.sequence),
      chargeId: row.charge_id === null ? null : Number(row.charge_id),
      reference: row.payment_ref,
      worth: Money.of(row.accrued).subtract(Money.of(String(row.credited))),
      creditUsed: Money.of(row.credit_used),
      isTouched: Boolean(Number(row.touched)),
    })
  }
  return months
}

/** What each source has to its credit: given, less used by bills that stand. `source/id` → amount. */
export async function creditsOf(unitId: number, trx: Trx): Promise<Map<string, Money>> {
  const [rows] = await trx.rawQuery(
    `SELECT source, source_id, SUM(amount) AS amount FROM (
       SELECT b.source, b.source_id, k.amount FROM bill_credits k JOIN bills b ON b.id = k.bill_id WHERE k.unit_id = ?
       UNION ALL
       SELECT b.source, b.source_id, -b.credit_used FROM bills b LEFT JOIN charges c ON c.id = b.charge_id
       WHERE b.unit_id = ? AND b.credit_used > 0 AND COALESCE(c.status, 'open') = 'open') moves
     GROUP BY source, source_id HAVING amount > 0`,
    [unitId, unitId]
  )
  return new Map(
    (rows as Record<string, any>[]).map((row) => [
      `${row.source}/${row.source_id}`,
      Money.of(String(row.amount)),
    ])
  )
}
