import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import { DomainError } from '#core/domain_error'
import { within } from '#core/within'
import { postRecurring } from '#accounts/ledger/journals/post_recurring'

/** Each month: recurring entries are posted. One whose month is locked waits and is counted; the others go on. */
export default class PostRecurringJob extends Job {
  static override readonly kind = 'accounts.post_recurring'

  /** Records the job of this month once; asking again is answered by what stands. */
  static async ofThisMonth(): Promise<void> {
    const month = String(Month.current())
    const effectKey = `${this.kind}/${month}`
    const done = await db.from('jobs').where({ kind: this.kind, effect_key: effectKey }).first()
    if (!done) await this.enqueue({ month }, { effectKey })
  }

  override async execute({ month }: { month: string }, context: JobContext) {
    const journals = await db.from('journals').where('status', 'active').orderBy('id').select('id')
    const total = { posted: 0, refused: 0 }
    for (const [index, { id }] of journals.entries()) {
      try {
        const months = await within(null, async (trx) => {
          await context.guard(trx)
          return postRecurring(Number(id), Month.of(month), trx)
        })
        total.posted += months.length
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        total.refused++
      }
      await context.progress(((index + 1) * 100) / journals.length)
    }
    return total
  }
}
