import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import TakeEffect from '#registry/register/take_effect'

/** Each night: changes of the register that were approved ahead and whose day has come, in Cairo. */
export default class TakeEffectJob extends Job {
  static override readonly kind = 'registry.take_effect'

  /** Records the job of today once; asking again the same day is answered by what stands. */
  static async ofToday(): Promise<void> {
    const on = today()
    const effectKey = `${this.kind}/${on}`
    const done = await db.from('jobs').where({ kind: this.kind, effect_key: effectKey }).first()
    if (!done) await this.enqueue({ on }, { effectKey })
  }

  override async execute({ on = today() }: { on?: string }, context: JobContext) {
    const due = await db
      .from('register_transactions')
      .where('status', 'scheduled')
      .where('effective_on', '<=', on)
      .orderBy('effective_on')
      .orderBy('id')
      .select('id')
    const total = { effective: 0, failed: 0, nothing: 0 }
    for (const [index, { id }] of due.entries()) {
      const guard = (trx: Parameters<JobContext['guard']>[0]) => context.guard(trx)
      total[await new TakeEffect().handle(Number(id), { on, guard })]++
      await context.progress(((index + 1) * 100) / due.length)
    }
    return { effective: total.effective, failed: total.failed }
  }
}
