import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import Beneficiary from '#accounts/models/beneficiary'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'

/** What may change about a beneficiary without being another one; his account is changed elsewhere. */
export interface BeneficiaryChange {
  taxCardUntil?: Day | null
  registerUntil?: Day | null
  phone?: string | null
  address?: string | null
  /** Why nothing is paid to him any more; null opens him again. */
  stopReason?: string | null
}

/** Renews his papers, corrects where he is reached, stops or opens him; the trail keeps both. */
export default class ChangeBeneficiary {
  async handle(
    id: number,
    change: BeneficiaryChange,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<Beneficiary> {
    return within(outer, async (trx) => {
      const beneficiary = await (await Beneficiary.findOrFail(id, { client: trx })).lock(trx)
      const before = picture(beneficiary)
      const given = Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined)
      )
      beneficiary.merge({
        ...given,
        ...(change.stopReason === undefined
          ? {}
          : { status: change.stopReason === null ? 'open' : 'stopped' }),
      })
      if (!beneficiary.$isDirty) return beneficiary
      beneficiary.version += 1
      await beneficiary.save()
      await Trail.record(
        {
          action: 'beneficiary.changed',
          unitId: beneficiary.unitId,
          subjectType: 'beneficiary',
          subjectId: id,
          label: `${beneficiary.beneficiaryNo} ${beneficiary.name}`,
          before,
          after: picture(beneficiary),
          reason: change.stopReason,
        },
        { by, trx }
      )
      return beneficiary
    })
  }
}

function picture({ taxCardUntil, registerUntil, phone, address, status }: Beneficiary) {
  return { taxCardUntil, registerUntil, phone, address, status }
}
