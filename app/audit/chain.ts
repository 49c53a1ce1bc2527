import { createHash } from 'node:crypto'

/** The fields of a trail row that its hash covers, as they stand in the table. */
export interface ChainedFields {
  unitId: number
  seq: number
  /** `yyyy-mm-ddThh:mm:ss.mmm`, UTC. */
  occurredAt: string
  actorId: number | null
  actorName: string
  action: string
  subjectType: string
  subjectId: number | null
  subjectLabel: string
  before: string | null
  after: string | null
  reason: string | null
  requestId: string | null
}

/** What the first row of a chain follows. */
export const GENESIS = Buffer.alloc(32)

/**
 * The hash of a trail row: SHA-256 over the hash before it and a JSON array of its fields in fixed
 * order, so that an auditor can compute it with any tool.
 */
export function chainHash(previous: Buffer, row: ChainedFields): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(
      JSON.stringify([
        row.unitId,
        row.seq,
        row.occurredAt,
        row.actorId,
        row.actorName,
        row.action,
        row.subjectType,
        row.subjectId,
        row.subjectLabel,
        row.before,
        row.after,
        row.reason,
        row.requestId,
      ])
    )
    .digest()
}
