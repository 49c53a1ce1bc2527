import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { Money } from '#core/money'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import ChargeUsage from '#registry/encroachments/actions/charge_usage'

/** Each day: usage charges through yesterday, and rejected legalisations whose grievance time is over. */
export default class ChargeUsageJob extends Job {
  static override readonly kind = 'registry.charge_usage'

  /** Records the job of today once; asking again the same day is answered by what stands. */
  static async ofToday(): Promise<void> {
    const on = today()
    const effectKey = `${this.kind}/${on}`
    const done = await db.from('jobs').where({ kind: this.kind, effect_key: effectKey }).first()
    if (!done) await this.enqueue({ on }, { effectKey })
  }

  override async execute(payload: { on?: string }, context: JobContext) {
    const units = await db
      .from('encroachment_cases')
      .distinct('unit_id as id')
      .whereNull('closed_on')
      .orderBy('unit_id')
    const total = { cases: 0, days: 0, fallenBack: 0 }
    let amount = Money.zero
    for (const [index, { id }] of units.entries()) {
      const done = await new ChargeUsage().unit(Number(id), {
        on: payload.on,
        guard: (trx) => context.guard(trx),
      })
      total.cases += done.cases
      total.days += done.days
      total.fallenBack += done.fallenBack
      amount = amount.add(done.amount)
      await context.progress(((index + 1) * 100) / units.length)
    }
    return { ...total, amount: String(amount) }
  }
}
