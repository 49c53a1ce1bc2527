import type { JobTurn } from '#core/jobs/job'
import type { Trx } from '#core/within'

/** Tells the classes of jobs that their jobs took a turn, in the transaction in which they did. */
export async function tellTurned(
  trx: Trx,
  jobIds: readonly number[],
  turn: JobTurn
): Promise<void> {
  // Loaded here: the registry knows the classes, whose base class knows this file.
  const { jobClasses } = await import('#core/jobs/registry')
  const classes = await jobClasses()
  const [rows] = await trx.rawQuery(
    `SELECT id, kind, payload FROM jobs WHERE id IN (${jobIds.map(() => '?').join(',')}) ORDER BY id`,
    [...jobIds]
  )
  for (const { kind, payload } of rows as { kind: string; payload: unknown }[]) {
    const Found = classes.get(kind)
    if (!Found) continue
    const data = typeof payload === 'string' ? JSON.parse(payload) : payload
    await new Found().turned(data, turn, trx)
  }
}
