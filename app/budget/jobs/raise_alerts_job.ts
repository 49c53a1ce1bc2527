import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import RaiseAlerts from '#budget/alerts/raise_alerts'

/** Each hour: lines that have used up a set percentage of their credit are noted, once each. */
export default class RaiseAlertsJob extends Job {
  static override readonly kind = 'budget.raise_alerts'

  /** Records the job of this hour; asking again while it is live is answered by what stands. */
  static async ofThisHour(): Promise<void> {
    const hour = DateTime.fromJSDate(clock.now()).toFormat('yyyy-MM-dd-HH')
    await this.enqueue({ on: today() }, { effectKey: `${this.kind}/${hour}` })
  }

  override async execute(payload: { on?: Day }, context: JobContext) {
    const raise = new RaiseAlerts()
    const on = payload.on ?? today()
    const units = await raise.units(on)
    const total = { raised: 0, cleared: 0 }
    for (const [index, unitId] of units.entries()) {
      const found = await raise.unit(unitId, { on, guard: (trx) => context.guard(trx) })
      total.raised += found.raised
      total.cleared += found.cleared
      await context.progress(((index + 1) * 100) / units.length)
    }
    return total
  }
}
