import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type { StandingBill } from '#revenue/billing/billed'
import type { Entitlement } from '#revenue/billing/entitlement'

interface Act {
  unitId: number
  by: Actor
  trx: Trx
}

const REASON = 'المستحق تغير في السجل بعد إصدار المطالبة'

/** Cancels the charge of a bill that nobody paid; the bill itself stays on record. */
export async function takeBack(bill: StandingBill, due: Entitlement, { unitId, by, trx }: Act) {
  await trx.from('charges').where('id', bill.chargeId!).update({ status: 'cancelled' })
  await Trail.record(
    {
      action: 'charge.cancelled',
      unitId,
      subjectType: 'charge',
      subjectId: bill.chargeId!,
      label: bill.reference!,
      before: { amount: String(bill.worth) },
      after: { due: String(due.amount) },
      reason: REASON,
    },
    { by, trx }
  )
}

/** Gives back part of a bill that was paid, as credit of its source: the next bills use it. */
export async function giveCredit(
  { bill, amount }: { bill: StandingBill; amount: Money },
  { unitId, by, trx }: Act
) {
  await trx
    .insertQuery()
    .table('bill_credits')
    .insert({ unit_id: unitId, bill_id: bill.id, amount: String(amount), reason: REASON })
  await Trail.record(
    {
      action: 'charge.credited',
      unitId,
      subjectType: 'charge',
      subjectId: bill.chargeId ?? undefined,
      label: bill.reference ?? '',
      after: { credit: String(amount) },
      reason: REASON,
    },
    { by, trx }
  )
}
