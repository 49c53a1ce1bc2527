import { addDays, today, type Day } from '#core/days'
import { settingAt } from '#core/settings'
import { within, type Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'

/** How many rights of a unit moved where. */
export interface Moved {
  expiring: number
  expired: number
  holdover: number
}

/**
 * What the calendar does to rights (by the daily job): those near their end are expiring, those past it
 * expired, and those whose holder is still recorded in the place are in holdover (R17). One row of the
 * trail per unit, with the counts; running it again the same day changes nothing.
 */
export default class MoveRightsOn {
  /** @param guard first statement of the transaction: refuses an overtaken worker */
  async unit(
    unitId: number,
    { on = today(), guard }: { on?: Day; guard?: (trx: Trx) => Promise<void> } = {}
  ): Promise<Moved> {
    return within(null, async (trx) => {
      await guard?.(trx)
      const days = await settingAt<number>('registry.rights.expiring_days', { on, unitId, trx })
      // Only terminated rights end before their time, and those are moved by people.
      const ends = 'valid_to'
      const move = async (to: string, from: string, when: string, values: unknown[]) => {
        const [done] = await trx.rawQuery(
          `UPDATE rights SET status = ? WHERE unit_id = ? AND status IN (${from}) AND ${when}`,
          [to, unitId, ...values] as string[]
        )
        return Number(done.affectedRows)
      }
      const expired = await move('expired', "'active', 'expiring', 'suspended'", `${ends} <= ?`, [
        on,
      ])
      const expiring = await move('expiring', "'active'", `${ends} <= ?`, [
        addDays(on, Number(days)),
      ])
      const holdover = await move(
        'holdover',
        "'expired'",
        `${ends} <= ? AND EXISTS (SELECT 1 FROM occupancies o WHERE o.right_id = rights.id AND o.valid_to > ?)`,
        [on, on]
      )
      const moved = { expiring, expired, holdover }
      if (expiring + expired + holdover > 0) {
        await Trail.record(
          {
            action: 'rights.moved',
            unitId,
            subjectType: 'rights',
            label: on,
            after: { on, expiringDays: Number(days), ...moved },
          },
          { by: SYSTEM, trx }
        )
      }
      return moved
    })
  }
}
