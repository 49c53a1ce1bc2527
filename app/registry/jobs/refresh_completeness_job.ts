import db from '@adonisjs/lucid/services/db'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import { refreshCompleteness } from '#registry/completeness/refresh'

/** Assets worked out in one transaction. */
const BATCH = 2000

/**
 * Works out again what assets lack of what their classes ask: `{ classId }` after its demands changed,
 * `{ unitIds }` after an import, nothing for every asset. Safe to run twice.
 */
export default class RefreshCompletenessJob extends Job {
  static override readonly kind = 'registry.refresh_completeness'

  override async execute(payload: { classId?: number; unitIds?: number[] }, context: JobContext) {
    let [after, done] = [0, 0]
    for (;;) {
      const query = db
        .from('assets')
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH)
        .select('id')
      if (payload.classId) void query.where('class_id', payload.classId)
      if (payload.unitIds) void query.whereIn('unit_id', payload.unitIds)
      const assetIds = (await query).map((row) => Number(row.id))
      if (assetIds.length === 0) return { assets: done }
      await db.transaction(async (trx) => {
        await context.guard(trx)
        await refreshCompleteness({ assetIds }, trx)
      })
      after = assetIds.at(-1)!
      done += assetIds.length
      await context.progress(0, String(done))
    }
  }
}
