/**
 * The trail in which people's hands on jobs are recorded. Kept here because the jobs in core may not
 * know the trail above them.
 */
import { jobJournal } from '#core/jobs/journal'
import { Trail } from '#audit/trail'

jobJournal.keepBy(async (event, by, trx) => {
  await Trail.record(
    {
      action: event.action,
      unitId: event.unitId,
      subjectType: 'job',
      subjectId: event.jobId,
      label: event.kind,
      before: event.before,
      after: event.after,
    },
    { by, trx }
  )
})
