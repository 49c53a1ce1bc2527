import { createHash } from 'node:crypto'
import { within, type Trx } from '#core/within'
import { Trail, type TrailFact } from '#audit/trail'
import { SelfApprovalError } from '#identity/errors'
import Approval from '#identity/models/approval'
import type User from '#identity/models/user'

export interface Decision {
  subject: { type: string; id: number; unitId: number; label?: string }
  /** What is decided where a document has several signatures: `commit`, `authorise` … */
  step: string
  madeBy: number
  by: User
  /** SHA-256 of what was approved; see {@link documentHash}. An edit afterwards no longer fits it. */
  documentHash: Buffer
  reason?: string | null
  requestId?: string
  trx?: Trx
  /** Takes the fact over instead of the trail: who tells more of the same act tells them together. */
  tell?: (fact: TrailFact) => void
}

/**
 * The decision of a second person on what a first one made. Refused here when both are one, and again
 * by a CHECK of the database.
 */
export default class DecideApproval {
  /** @throws SelfApprovalError */
  approve(decision: Decision): Promise<Approval> {
    return this.#decide('approved', decision)
  }

  /** @throws SelfApprovalError */
  refuse(decision: Decision & { reason: string }): Promise<Approval> {
    return this.#decide('refused', decision)
  }

  async #decide(verdict: 'approved' | 'refused', decision: Decision): Promise<Approval> {
    const { subject, step, madeBy, by } = decision
    if (by.id === madeBy) throw new SelfApprovalError()
    return within(decision.trx, async (trx) => {
      const approval = await Approval.create(
        {
          unitId: subject.unitId,
          subjectType: subject.type,
          subjectId: subject.id,
          step,
          madeBy,
          decidedBy: by.id,
          decision: verdict,
          reason: decision.reason ?? null,
          documentHash: decision.documentHash,
        },
        { client: trx }
      )
      const fact: TrailFact = {
        action: `${subject.type}.${verdict}`,
        unitId: subject.unitId,
        subjectType: subject.type,
        subjectId: subject.id,
        label: subject.label,
        after: { step, madeBy, documentHash: decision.documentHash.toString('hex') },
        reason: decision.reason,
      }
      if (decision.tell) decision.tell(fact)
      else await Trail.record(fact, { by: by.asActor(decision.requestId), trx })
      return approval
    })
  }
}

/**
 * The fingerprint of a document as it stands: SHA-256 over its values as JSON with sorted keys, so that
 * the order in which they were read does not matter.
 */
export function documentHash(document: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(sorted(document)))
    .digest()
}

function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON())
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]))
}
