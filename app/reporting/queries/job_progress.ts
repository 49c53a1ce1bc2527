import db from '@adonisjs/lucid/services/db'

export interface JobStanding {
  id: number
  state: string
  progress: number
  note: string | null
}

/** Where a job stands, for the bar of progress; null when there is none. */
export async function progressFor(jobId: number | null): Promise<JobStanding | null> {
  if (jobId === null) return null
  const row = await db
    .from('jobs')
    .where('id', jobId)
    .select('id', 'state', 'progress', 'progress_note as note')
    .first()
  return row ?? null
}
