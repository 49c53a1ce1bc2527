import { Job, type JobPayload } from '#core/jobs/job'
import type { JobContext } from '#core/jobs/context'
import { SYSTEM } from '#audit/actor'
import User from '#identity/models/user'
import ProduceReport from '#reporting/actions/produce_report'

/** Makes the file of a report: `{ reportId }`. */
export default class ProduceReportJob extends Job {
  static override readonly kind = 'reporting.produce_report'
  static override readonly queue = 'documents'

  override async execute(payload: JobPayload, context: JobContext) {
    const person = context.createdBy === null ? null : await User.find(context.createdBy)
    const report = await new ProduceReport().handle(Number(payload.reportId), {
      by: person?.asActor() ?? SYSTEM,
      guard: (trx) => context.guard(trx),
    })
    return { report: report.id, number: report.number }
  }
}
