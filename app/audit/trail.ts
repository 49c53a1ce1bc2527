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
  async record(fact: TrailFact, { by, trx }: { by: Actor; trx: Trx }): Promise<void> {
    // A missing row cannot be locked, so the head is made or locked by one statement. (INSERT IGNORE
    // would take a shared lock on a found row, and two of them a deadlock.)
    await trx.rawQuery(
      'INSERT INTO trail_heads (unit_id, seq, hash) VALUES (?, 0, ?) ON DUPLICATE KEY UPDATE seq = seq',
      [fact.unitId, GENESIS]
    )
    const [heads] = await trx.rawQuery(
      'SELECT seq, hash FROM trail_heads WHERE unit_id = ? FOR UPDATE',
      [fact.unitId]
    )
    const head = heads[0] as { seq: number; hash: Buffer }
    const row: ChainedFields = {
      unitId: fact.unitId,
      seq: Number(head.seq) + 1,
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
    const hash = chainHash(head.hash, row)
    await trx.rawQuery(
      `INSERT INTO trail (unit_id, seq, occurred_at, actor_id, actor_name, action, subject_type,
         subject_id, subject_label, before_value, after_value, reason, request_id, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.unitId,
        row.seq,
        row.occurredAt.replace('T', ' '),
        row.actorId as number,
        row.actorName,
        row.action,
        row.subjectType,
        row.subjectId as number,
        row.subjectLabel,
        row.before as string,
        row.after as string,
        row.reason as string,
        row.requestId as string,
        head.hash,
        hash,
      ]
    )
    await trx.rawQuery('UPDATE trail_heads SET seq = ?, hash = ? WHERE unit_id = ?', [
      row.seq,
      hash,
      fact.unitId,
    ])
  },
}

/** Values as JSON text; Money, dates and big integers by their own text. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part))
}
