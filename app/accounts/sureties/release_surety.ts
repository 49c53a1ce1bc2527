import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Surety from '#accounts/models/surety'
import { SuretyDaysError } from '#accounts/sureties/record_surety'

/**
 * Notes that a cashier or storekeeper has handed his custody over (إخلاء طرف): his surety holds to its
 * end, and nobody is asked to renew it.
 * @param release.paper the clearance or the minutes of handing over
 * @throws SuretyDaysError
 */
export async function releaseSurety(
  id: number,
  release: { paper: string; on: Day },
  { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
): Promise<Surety> {
  return within(outer, async (trx) => {
    const surety = await Surety.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    if (surety.releasedOn) {
      throw new SuretyDaysError(
        sentence(
          `أُخلي طرف صاحب العهدة في ${surety.releasedOn}.`,
          `The holder was cleared on ${surety.releasedOn}.`
        )
      )
    }
    const { paper, on } = release
    await surety.merge({ releasedOn: on, releasedBy: by.id, releasePaper: paper }).save()
    await Trail.record(
      {
        action: 'surety.released',
        unitId: surety.unitId,
        subjectType: 'surety',
        subjectId: id,
        label: surety.holderName,
        after: { releasedOn: on, paper },
        reason: paper,
      },
      { by, trx }
    )
    return surety
  })
}
