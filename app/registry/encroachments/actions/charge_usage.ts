import { today, type Day } from '#core/days'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import ConcludeLegalisation from '#registry/encroachments/actions/conclude_legalisation'
import { freezeCase } from '#registry/encroachments/rules/r20'
import { UNDER_REMOVAL } from '#registry/encroachments/life'
import EncroachmentCase from '#registry/models/encroachment_case'

/** What one day's run did in a unit. */
export interface DailyRun {
  cases: number
  days: number
  amount: Money
  fallenBack: number
}

/**
 * What the calendar does to the cases of a unit: the usage charge of each day through yesterday, the
 * fall-back of rejected legalisations after their time of grievance, and a second look for active files
 * on the ground of removals (R20). Safe to run twice; one row of the trail for the charges.
 */
export default class ChargeUsage {
  /** @param guard first statement of each transaction: refuses an overtaken worker */
  async unit(
    unitId: number,
    { on = today(), guard }: { on?: Day; guard?: (trx: Trx) => Promise<void> } = {}
  ): Promise<DailyRun> {
    const fallenBack = await this.#fallBack(unitId, on, guard)
    return within(null, async (trx) => {
      await guard?.(trx)
      const charged = await new AccrueUsage().unit(unitId, { on, trx })
      if (charged.days > 0) {
        await Trail.record(
          {
            action: 'encroachments.charged',
            unitId,
            subjectType: 'encroachments',
            label: on,
            after: { on, ...charged, amount: String(charged.amount) },
          },
          { by: SYSTEM, trx }
        )
      }
      const removals = await EncroachmentCase.query({ client: trx })
        .where('unit_id', unitId)
        .whereIn('status', [...UNDER_REMOVAL])
      for (const kase of removals) await freezeCase(kase, trx)
      return { ...charged, fallenBack }
    })
  }

  /** Each rejected file in a transaction of its own: one that cannot move keeps no other back. */
  async #fallBack(unitId: number, on: Day, guard?: (trx: Trx) => Promise<void>): Promise<number> {
    const due = await EncroachmentCase.query()
      .where({ unit_id: unitId, status: 'rejected' })
      .whereExists((query) =>
        query
          .from('legalisation_files')
          .whereRaw('legalisation_files.live_case = encroachment_cases.id')
          .where('grievance_until', '<', on)
      )
      .orderBy('id')
    for (const { id } of due) {
      await within(null, async (trx) => {
        await guard?.(trx)
        const note = 'انقضى ميعاد التظلم من رفض التقنين'
        await new ConcludeLegalisation().fallBack(id, { by: SYSTEM, on, note, trx })
      })
    }
    return due.length
  }
}
