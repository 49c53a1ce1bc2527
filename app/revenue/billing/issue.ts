import { addDays, type Day } from '#core/days'
import type { Month } from '#core/fiscal'
import { type Money } from '#core/money'
import type { Trx } from '#core/within'
import type { Entitlement } from '#revenue/billing/entitlement'

/** Days of grace after which a bill of each source is due, from its first day. */
export type PaymentDays = Readonly<Partial<Record<Entitlement['source'], number>>>

export interface NewBill {
  of: Entitlement
  sequence: number
  accrued: Money
  creditUsed: Money
}

const LETTERS: Readonly<Record<Entitlement['source'], string>> = {
  usage: 'U',
  holdover: 'H',
  rent: 'R',
  instalment: 'S',
  examination: 'E',
  inspection: 'I',
  price: 'P',
}

/** Rows written by one statement. */
const BATCH = 500

/** By which a bill is paid: `DW-U-1234-202610-1`. */
export function referenceOf({ of, sequence }: NewBill): string {
  const month = of.period.first.slice(0, 7).replace('-', '')
  return `DW-${LETTERS[of.source]}-${of.sourceId}-${month}-${sequence}`
}

/** Writes the bills and their charges. What credit covers wholly has no charge. */
export async function issue(
  bills: readonly NewBill[],
  asked: { unitId: number; month: Month; days: PaymentDays; trx: Trx }
): Promise<void> {
  const { unitId, month, days, trx } = asked
  const [rows] = await trx.rawQuery('SELECT id, code FROM revenue_heads')
  const heads = new Map((rows as any[]).map(({ id, code }) => [code as string, Number(id)]))
  for (let at = 0; at < bills.length; at += BATCH) {
    const batch = bills.slice(at, at + BATCH)
    const charged = batch.filter(({ accrued, creditUsed }) => !accrued.equals(creditUsed))
    if (charged.length > 0) {
      await trx
        .insertQuery()
        .table('charges')
        .multiInsert(
          charged.map((bill) => ({
            unit_id: unitId,
            head_id: heads.get(bill.of.head)!,
            right_id: bill.of.rightId ?? null,
            asset_id: bill.of.assetId ?? null,
            party_id: bill.of.partyId ?? null,
            payment_ref: referenceOf(bill),
            period: bill.of.period.first,
            due_on: dueOn(bill.of, month, days),
            amount: String(bill.accrued.subtract(bill.creditUsed)),
          }))
        )
    }
    const ids = await chargesOf(unitId, charged.map(referenceOf), trx)
    await trx
      .insertQuery()
      .table('bills')
      .multiInsert(
        batch.map((bill) => ({
          unit_id: unitId,
          source: bill.of.source,
          source_id: bill.of.sourceId,
          period: bill.of.period.first,
          sequence: bill.sequence,
          accrued: String(bill.accrued),
          credit_used: String(bill.creditUsed),
          days: bill.of.days,
          charge_id: ids.get(referenceOf(bill)) ?? null,
          basis: bill.of.basis.slice(0, 300),
          billed_in: month.first,
        }))
      )
  }
}

/** The days of grace after the contract's day, or after the first of the billing month where that is later. */
function dueOn(of: Entitlement, month: Month, days: PaymentDays): Day {
  const from = of.dueFrom && of.dueFrom > month.first ? of.dueFrom : month.first
  return addDays(from, days[of.source] ?? 0)
}

async function chargesOf(unitId: number, references: readonly string[], trx: Trx) {
  if (references.length === 0) return new Map<string, number>()
  const [rows] = await trx.rawQuery(
    `SELECT id, payment_ref FROM charges WHERE unit_id = ? AND payment_ref IN (${references.map(() => '?').join(', ')})`,
    [unitId, ...references] as string[]
  )
  return new Map((rows as any[]).map((row) => [row.payment_ref as string, Number(row.id)]))
}
