import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { postEntry, reverseEntry } from '#accounts/actions/post_entry'
import Journal from '#accounts/models/journal'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's decision on an entry written by hand. */
export default class DecideJournal {
  /**
   * Posts it at once; a recurring one is posted month by month from then on.
   * @throws SelfApprovalError, TransitionError, and what postEntry and reverseEntry throw
   */
  async approve(id: number, deciding: Deciding): Promise<Journal> {
    return this.#decide(id, deciding, async (journal, trx) => {
      if (journal.kind === 'recurring') journal.moveTo('active')
      else {
        journal.moveTo('posted')
        journal.ledgerEntryId = await post(journal, deciding.by, trx)
      }
      return 'approve'
    })
  }

  /** @throws SelfApprovalError, TransitionError */
  async refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }) {
    return this.#decide(id, { ...deciding, reason }, async (journal) => {
      journal.moveTo('refused')
      journal.refusal = reason.slice(0, 500)
      return 'refuse'
    })
  }

  /** Taken back by its side before it is decided, or a recurring one ended. @throws TransitionError */
  async withdraw(
    id: number,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Journal> {
    return within(outer, async (trx) => {
      const journal = await (await Journal.findOrFail(id, { client: trx })).lock(trx)
      const to = journal.status === 'active' ? 'ended' : 'withdrawn'
      journal.moveTo(to)
      await journal.save()
      const { unitId, label } = journal
      await Trail.record(
        { action: `journal.${to}`, unitId, subjectType: 'journal', subjectId: id, label },
        { by, trx }
      )
      return journal
    })
  }

  async #decide(
    id: number,
    { by, requestId, trx: outer, reason }: Deciding & { reason?: string },
    work: (journal: Journal, trx: Trx) => Promise<'approve' | 'refuse'>
  ): Promise<Journal> {
    return within(outer, async (trx) => {
      const journal = await (await Journal.findOrFail(id, { client: trx })).lock(trx)
      if (journal.madeBy === by.id) throw new SelfApprovalError()
      await journal.load('lines')
      const hash = documentHash(journal.picture())
      const verdict = await work(journal, trx)
      const decidedAt = DateTime.fromJSDate(clock.now())
      journal.merge({ decidedBy: by.id, decidedAt, documentHash: hash })
      await journal.save()
      const { unitId, label, madeBy } = journal
      const decision = {
        subject: { type: 'journal', id, unitId, label },
        step: 'approve',
        madeBy,
        by,
        documentHash: hash,
        requestId,
        trx,
      }
      if (verdict === 'approve') await new DecideApproval().approve(decision)
      else await new DecideApproval().refuse({ ...decision, reason: reason! })
      return journal
    })
  }
}

async function post(journal: Journal, by: User, trx: Trx): Promise<number> {
  const { id, unitId, postedOn, description, reason, reversesId } = journal
  if (reversesId) {
    return (await reverseEntry(reversesId, { postedOn, reason, trx, by })).id
  }
  const entry = {
    unitId,
    postedOn,
    kind: `journal_${journal.kind}`,
    businessKey: `journal/${id}/approved`,
    description,
    lines: journal.lines.map(({ posting }) => posting),
  }
  return (await postEntry(entry, { trx, by })).id
}
