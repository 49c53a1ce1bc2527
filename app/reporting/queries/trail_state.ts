import db from '@adonisjs/lucid/services/db'
import { sealCode } from '#audit/seal'
import type { JobStanding } from '#reporting/queries/job_progress'
import VerifyTrailJob from '#reporting/jobs/verify_trail_job'

/** The last checkpoint over every chain, or null when none was made. */
export async function lastSeal(): Promise<{ code: string; sealedAt: Date } | null> {
  const row = await db
    .from('trail_seals')
    .orderBy('id', 'desc')
    .select('root', 'sealed_at as sealedAt')
    .first()
  return row ? { code: sealCode(row.root), sealedAt: row.sealedAt } : null
}

export interface Verification extends JobStanding {
  finishedAt: Date | null
  result: { ok: boolean; rows: number; seals: number; problems: number } | null
}

/** The last time the trail was computed anew, or the one under way. */
export async function lastVerification(): Promise<Verification | null> {
  const row = await db
    .from('jobs')
    .where('kind', VerifyTrailJob.kind)
    .orderBy('id', 'desc')
    .select(
      'id',
      'state',
      'progress',
      'progress_note as note',
      'finished_at as finishedAt',
      'result'
    )
    .first()
  if (!row) return null
  const result = typeof row.result === 'string' ? JSON.parse(row.result) : row.result
  return { ...row, result }
}
