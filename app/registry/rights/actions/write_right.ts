import type { Trx } from '#core/within'
import type Right from '#registry/models/right'
import type { RightInput } from '#registry/rights/actions/draft_right'
import { partnersOf, partyIdOf } from '#registry/rights/parties_of'
import { overOneDenominator } from '#registry/rights/shares'

/** Writes the facts of a draft, and the shares of its partners over one denominator. */
export async function writeRight(right: Right, input: RightInput, trx: Trx): Promise<void> {
  const partyId = await partyIdOf(right.unitId, input.partyNo, trx)
  const partners = await partnersOf(right.unitId, partyId, input.partners, trx)
  right.merge({
    partyId,
    kind: input.kind,
    slotNo: input.slotNo ?? null,
    validFrom: input.validFrom,
    validTo: input.validTo,
    billing: input.billing,
    periodAmount: input.periodAmount,
    escalationPercent: input.escalationPercent ?? null,
    escalationMonths: input.escalationPercent ? (input.escalationMonths ?? 12) : null,
    grantor: input.grantor ?? null,
    purpose: input.purpose ?? null,
    activity: input.activity ?? null,
    areaPartM2: input.areaPartM2 ?? null,
    conditions: input.conditions ?? null,
    undedicationId: input.undedicationId ?? null,
    decisionNo: input.decisionNo ?? null,
    decisionOn: input.decisionOn ?? null,
    ...(input.deposit ? { deposit: input.deposit } : {}),
  })
  await right.save()
  await trx.from('right_shares').where('right_id', right.id).delete()
  await trx
    .insertQuery()
    .table('right_shares')
    .multiInsert(
      overOneDenominator(partners).map((share) => ({
        right_id: right.id,
        party_id: share.partyId,
        numerator: share.numerator,
        denominator: share.denominator,
        written: share.written,
      }))
    )
}
