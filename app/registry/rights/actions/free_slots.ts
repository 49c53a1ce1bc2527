import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import type Right from '#registry/models/right'

/** Gives the slot free from a day on; a right that never began gives back all of it. */
export async function freeSlots(right: Right, from: Day, trx: Trx): Promise<void> {
  const slots = () => trx.from('right_slots').where('right_id', right.id)
  await slots().where('valid_from', '>=', from).delete()
  await slots().where('valid_to', '>', from).update({ valid_to: from })
}
