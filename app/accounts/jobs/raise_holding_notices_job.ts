import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import RaiseNotices from '#accounts/holdings/raise_notices'

/** Each night: letters, advances and sureties near their day or past it are named in the diary. */
export default class RaiseHoldingNoticesJob extends Job {
  static override readonly kind = 'accounts.raise_holding_notices'

  /** Records the job of today once; asking again the same day is answered by what stands. */
  static async ofToday(): Promise<void> {
    const on = today()
    const effectKey = `${this.kind}/${on}`
    const done = await db.from('jobs').where({ kind: this.kind, effect_key: effectKey }).first()
    if (!done) await this.enqueue({ on }, { effectKey })
  }

  override async execute(payload: { on?: Day }, context: JobContext) {
    const raise = new RaiseNotices()
    const units = await raise.units()
    const total = { raised: 0, cleared: 0 }
    for (const [index, unitId] of units.entries()) {
      const found = await raise.unit(unitId, {
        on: payload.on,
        guard: (trx) => context.guard(trx),
      })
      total.raised += found.raised
      total.cleared += found.cleared
      await context.progress(((index + 1) * 100) / units.length)
    }
    return total
  }
}
