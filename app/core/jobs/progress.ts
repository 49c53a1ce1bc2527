import db from '@adonisjs/lucid/services/db'

export type JobState = 'waiting' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** States after which nothing more happens by itself. */
export const ENDED: readonly JobState[] = ['done', 'failed', 'cancelled']

export interface JobProgress {
  state: JobState
  /** 0–100; for a flow that waits for its steps, the share of work its steps have done. */
  progress: number
  note: string | null
}

/** Where a job stands now, or null when there is none. */
export async function progressOf(id: number): Promise<JobProgress | null> {
  const [[row]] = await db.rawQuery(
    `SELECT job.state, job.progress, job.progress_note AS note,
       (SELECT FLOOR(AVG(IF(step.state = 'done', 100, step.progress))) FROM jobs step WHERE step.parent_id = job.id) AS steps
     FROM jobs job WHERE job.id = ?`,
    [id]
  )
  if (!row) return null
  const waits = row.steps !== null && (row.state === 'waiting' || row.state === 'queued')
  return {
    state: row.state,
    progress: waits ? Math.min(Number(row.steps), 99) : Number(row.progress),
    note: row.note,
  }
}

/**
 * The words of a failure for people: the sentence of a rule, or the first line of a fault of the
 * program, whose rest is for its makers.
 */
export function failureText(error: string | null, locale: 'ar' | 'en'): string | null {
  if (!error) return null
  // A flow's failure begins with the number of the step that failed.
  const [, step = '', rest = error] = /^(#\d+: )([^]*)$/.exec(error) ?? []
  return `${step}${sentenceOf(rest, locale)}`
}

function sentenceOf(error: string, locale: 'ar' | 'en'): string {
  try {
    const told = JSON.parse(error)
    return [told.messages?.[locale], told.cure?.[locale]].filter(Boolean).join(' ') || error
  } catch {
    return error.split('\n')[0]!.slice(0, 300)
  }
}
