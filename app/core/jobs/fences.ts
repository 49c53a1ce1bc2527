import type { Trx } from '#core/within'

/**
 * Locks the fences of jobs until the transaction ends: waits for what their takers are writing, and lets
 * them write nothing after it. In the order of their ids, so that two cannot hold each other up.
 */
export async function lockFences(trx: Trx, jobIds: readonly number[]): Promise<void> {
  for (const id of [...new Set(jobIds)].sort((a, b) => a - b)) {
    // Makes the row or locks it by one statement: a missing row cannot be locked.
    await trx.rawQuery(
      'INSERT INTO job_fences (job_id, fence) VALUES (?, 0) ON DUPLICATE KEY UPDATE fence = fence',
      [id]
    )
  }
}

/** Brings locked fences to what the jobs say now: whoever holds an older one is overtaken. */
export async function raiseFences(trx: Trx, jobIds: readonly number[]): Promise<void> {
  if (jobIds.length === 0) return
  await trx.rawQuery(
    `UPDATE job_fences JOIN jobs ON jobs.id = job_fences.job_id SET job_fences.fence = jobs.fence
     WHERE job_fences.job_id IN (${jobIds.map(() => '?').join(',')})`,
    [...jobIds]
  )
}
