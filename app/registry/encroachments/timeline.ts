import { today, type Day } from '#core/days'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import type { CaseState, MoveName } from '#registry/encroachments/life'

export interface TimelineStep {
  caseId: number
  episode: number
  step: MoveName | 'detect' | 'note' | 'import'
  from: CaseState | null
  to: CaseState
  on: Day
  note?: string | null
  facts?: Record<string, unknown>
}

/** Adds a row to the timeline of a case; rows are never changed. */
export async function addStep(given: TimelineStep, by: Actor, trx: Trx): Promise<void> {
  await trx
    .insertQuery()
    .table('encroachment_steps')
    .insert({
      case_id: given.caseId,
      episode: given.episode,
      step: given.step,
      from_status: given.from,
      to_status: given.to,
      happened_on: given.on,
      by_id: by.id,
      by_name: by.name,
      note: given.note ?? null,
      facts: given.facts ? JSON.stringify(given.facts) : null,
    })
}

/** Something that a case is told, without moving it. */
export async function noteOn(caseId: number, note: string, by: Actor, trx: Trx): Promise<void> {
  const row = await trx
    .from('encroachment_cases')
    .where('id', caseId)
    .select('episode', 'status')
    .firstOrFail()
  const { episode, status } = row as { episode: number; status: CaseState }
  await addStep(
    { caseId, episode, step: 'note', from: status, to: status, on: today(), note },
    by,
    trx
  )
}
