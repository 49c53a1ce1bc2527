import { createHash } from 'node:crypto'
import type { DateTime } from 'luxon'
import type { Result } from '#registry/rounds/life'

/** What a telephone sends of one visit. */
export interface FindingInput {
  /** Given by the telephone when it was recorded; the same one lands once. */
  uuid: string
  /** Null for a thing that is not in the register. */
  lineId: number | null
  result: Result
  /** Facts found otherwise than shown; of an extra thing all that is known. */
  facts: Record<string, unknown>
  /** Of an extra thing. */
  classId?: number | null
  /** Of an extra thing: the unit it lies in; the round's unless told. */
  unitId?: number | null
  note?: string | null
  condition?: number | null
  occupant?: string | null
  /** Versions of the asset and of the line that the finder looked at. */
  baseVersion: number | null
  lineVersion: number | null
  position: { latitude: number; longitude: number; accuracyM: number; mocked: boolean } | null
  photos: number
  /** Why nobody went there. */
  deskReason?: string | null
  /** It stands where the finder stands, not where the register has it. */
  elsewhere?: boolean
  capturedAt: DateTime
}

/** SHA-256 of what was sent, whichever versions it was sent against: a repetition is the same finding. */
export function contentHash(input: FindingInput): Buffer {
  const { uuid, lineId, result, facts, classId, note, condition, occupant } = input
  const said = [
    ...[uuid, lineId, result, Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))],
    ...[classId ?? null, note ?? null, condition ?? null, occupant ?? null, input.position],
    ...[input.photos, input.deskReason ?? null, input.capturedAt.toMillis()],
    ...(input.elsewhere ? ['elsewhere'] : []),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest()
}
