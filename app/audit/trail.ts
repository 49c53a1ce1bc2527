import { clock } from '#core/clock'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { chainHash, GENESIS, type ChainedFields } from '#audit/chain'

export interface TrailFact {
  /** `noun.verb` in the past: `charge.cancelled`. */
  action: string
  /** The unit whose chain carries it. */
  unitId: number
  subjectType: string
  subjectId?: number | null
  /** What a person calls the subject: a code, a number, a name. */
  label?: string
  before?: unknown
  after?: unknown
  reason?: string | null
}

/**
 * سجل المراجعة: one row for every change of state, in the same transaction as the change, chained by
 * SHA-256 inside its unit. Record it last: the unit's head stays locked until the commit.
 */
export const Trail = {
  /** Writes one row and moves the unit's head. Bulk work writes one row with counts and totals. */
  record(fact: TrailFact, told: Told): Promise<void> {
    return this.recordAll([fact], told)
  },

  /**
   * Several facts of one unit in their order, as one statement under one turn at its head, which the
   * database moves on with each row (trigger `trail_moves_its_head`).
   */
  async recordAll(facts: readonly TrailFact[], { by, trx }: Told): Promise<void> {
    const unitId = facts[0]!.unitId
    if (facts.some((fact) => fact.unitId !== unitId)) throw new Error('Facts of several units')
    // A missing row cannot be locked, so the head is made or locked by one statement. (INSERT IGNORE
    // would take a shared lock on a found row, and two of them a deadlock.)
    const [[head]] = await trx.rawQuery(
      `INSERT INTO trail_heads (unit_id, seq, hash) VALUES (?, 0, ?) ON DUPLICATE KEY UPDATE seq = seq
       RETURNING seq, hash`,
      [unitId, GENESIS]
    )
    let [seq, hash] = [Number(head.seq), head.hash as Buffer]
    const values: unknown[] = []
    for (const fact of facts) {
      const row = rowOf(fact, { seq: ++seq, by })
      const previous = hash
      hash = chainHash(previous, row)
      values.push(...columnsOf(row), previous, hash)
    }
    const row = `(${Array.from({ length: 15 }, () => '?').join(', ')})`
    await trx.rawQuery(
      `INSERT INTO trail (unit_id, seq, occurred_at, actor_id, actor_name, action, subject_type,
         subject_id, subject_label, before_value, after_value, reason, request_id, previous_hash, hash)
       VALUES ${facts.map(() => row).join(', ')}`,
      values as string[]
    )
  },
}

interface Told {
  by: Actor
  trx: Trx
}

function rowOf(fact: TrailFact, { seq, by }: { seq: number; by: Actor }): ChainedFields {
  return {
    unitId: fact.unitId,
    seq,
    occurredAt: clock.now().toISOString().slice(0, 23),
    actorId: by.id,
    actorName: by.name.slice(0, 190),
    action: fact.action,
    subjectType: fact.subjectType,
    subjectId: fact.subjectId ?? null,
    subjectLabel: (fact.label ?? '').slice(0, 200),
    before: textOf(fact.before),
    after: textOf(fact.after),
    reason: fact.reason?.slice(0, 500) ?? null,
    requestId: by.requestId?.slice(0, 80) ?? null,
  }
}

/** In the order of the table's columns. */
function columnsOf(row: ChainedFields): unknown[] {
  return [
    ...[row.unitId, row.seq, row.occurredAt.replace('T', ' '), row.actorId, row.actorName],
    ...[row.action, row.subjectType, row.subjectId, row.subjectLabel],
    ...[row.before, row.after, row.reason, row.requestId],
  ]
}

/** Values as JSON text; Money, dates and big integers by their own text. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part))
}
