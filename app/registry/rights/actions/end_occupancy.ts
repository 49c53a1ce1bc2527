import { addDays, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Occupancy from '#registry/models/occupancy'
import type Right from '#registry/models/right'
import { NotNowError } from '#registry/rights/errors'

interface Ending {
  /** First day on which he is no longer there. */
  on: Day
  reason?: string | null
  by: Actor
  trx?: Trx
}

/** A place is empty again (إخلاء): the occupancy keeps its days and ends on the day he left. */
export default class EndOccupancy {
  /** @throws NotNowError when it has ended, or is said to end before it began */
  async handle(occupancyId: number, { on, reason, by, trx: outer }: Ending): Promise<Occupancy> {
    return within(outer, async (trx) => {
      const occupancy = await (await Occupancy.findOrFail(occupancyId, { client: trx })).lock(trx)
      if (!occupancy.isOpen) {
        throw new NotNowError(
          sentence(
            `انتهى هذا الإشغال في ${occupancy.validTo}.`,
            `This occupancy ended on ${occupancy.validTo}.`
          )
        )
      }
      const before = occupancy.picture()
      // Who came and left on one day was there that day.
      const end = on > occupancy.validFrom ? on : addDays(occupancy.validFrom, 1)
      occupancy.merge({ validTo: end, endReason: reason ?? null, endedBy: by.id })
      await occupancy.save()
      await Trail.record(
        {
          action: 'occupancy.ended',
          unitId: occupancy.unitId,
          subjectType: 'occupancy',
          subjectId: occupancy.id,
          label: occupancy.occupantName,
          before,
          after: occupancy.picture(),
          reason,
        },
        { by, trx }
      )
      return occupancy
    })
  }

  /** Everything its holder occupies by a right. */
  async ofRight(right: Right, ending: Ending & { trx: Trx }): Promise<void> {
    const open = await Occupancy.query({ client: ending.trx })
      .where('right_id', right.id)
      .where('valid_to', '>', ending.on)
      .orderBy('id')
    for (const { id } of open) await this.handle(id, ending)
  }
}
