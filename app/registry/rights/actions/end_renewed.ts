import { addDays } from '#core/days'
import type { Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import Right from '#registry/models/right'

/** The right that an approved one renews ends as renewed. */
export async function endRenewed(right: Right, by: User, requestId: string | undefined, trx: Trx) {
  const old = await (await Right.findOrFail(right.renewedFromId!, { client: trx })).lock(trx)
  const before = { status: old.status }
  old.moveTo('renewed')
  await old.save()
  await Trail.record(
    {
      action: 'right.renewed',
      unitId: old.unitId,
      subjectType: 'right',
      subjectId: old.id,
      label: old.rightNo,
      before,
      after: { status: 'renewed', by: right.rightNo, until: addDays(right.validTo, -1) },
    },
    { by: by.asActor(requestId), trx }
  )
}
