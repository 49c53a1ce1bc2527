import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { EFFECTS } from '#accounts/guarantees/effects'
import { ActWaitsError, GuaranteePaperError, OfAuthorityError } from '#accounts/guarantees/errors'
import Guarantee from '#accounts/models/guarantee'
import GuaranteeAct, { OF_AUTHORITY, type ActKind } from '#accounts/models/guarantee_act'
import { postHolding } from '#accounts/postings/post_holding'

export interface ActInput {
  kind: ActKind
  /** Of a release, claim or forfeiture; all that is left when not told. */
  amount?: Money | null
  /** Of an extension. */
  expiresOn?: Day | null
  /** Letter of the bank, line of its statement, memorandum. */
  paperNo: string
  reason: string
}

interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/** Steps in the life of a guarantee: proposed by one, decided by another, each kept with its paper. */
export default class ActOnGuarantee {
  /** @throws ActWaitsError, GuaranteePaperError */
  async propose(
    guaranteeId: number,
    { kind, amount, expiresOn, paperNo, reason }: ActInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<GuaranteeAct> {
    return within(outer, async (trx) => {
      const guarantee = await held(guaranteeId, trx)
      const { unitId, label } = guarantee
      if (await GuaranteeAct.findBy({ guaranteeId, status: 'proposed' }, { client: trx })) {
        throw new ActWaitsError(label)
      }
      const later =
        kind === 'extend' && guarantee.expiresOn && (expiresOn ?? '') > guarantee.expiresOn
      if (kind === 'extend' && !later) {
        throw new GuaranteePaperError(
          sentence('المد إلى يوم بعد تاريخ الانتهاء الحالي.', 'An extension is to a later day.')
        )
      }
      const moves = ['release', 'call', 'forfeit', 'penalise'].includes(kind)
      const act = await GuaranteeAct.create(
        {
          unitId,
          guaranteeId,
          kind,
          amount: moves ? (amount ?? guarantee.left) : null,
          expiresBefore: kind === 'extend' ? guarantee.expiresOn : null,
          expiresAfter: kind === 'extend' ? expiresOn! : null,
          paperNo,
          reason,
          status: 'proposed',
          madeBy: by.id,
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'guarantee.proposed',
          unitId,
          subjectType: 'guarantee',
          subjectId: guaranteeId,
          label,
          after: act.picture(),
          reason,
        },
        { by, trx }
      )
      return act
    })
  }

  /**
   * Takes effect: state, days, amounts and entry at once.
   * @throws SelfApprovalError, OfAuthorityError and what EFFECTS throw
   */
  async approve(id: number, { by, on, requestId, trx: outer }: Deciding): Promise<Guarantee> {
    return this.#decide(id, { by, on, requestId, trx: outer }, async (guarantee, act, trx) => {
      const hash = documentHash(act.picture())
      const kind = act.kind as ActKind
      if (OF_AUTHORITY.includes(kind) && !by.can('accounts.guarantees.forfeit', act.unitId)) {
        throw new OfAuthorityError()
      }
      act.moveTo('approved')
      const posting = EFFECTS[kind](guarantee, act, on)
      const entryId =
        posting &&
        (await postHolding(
          {
            ...posting,
            document: `guarantee.${guarantee.postingForm}`,
            unitId: guarantee.unitId,
            on,
            businessKey: `guarantee/${guarantee.id}/act/${id}`,
            description: `تأمين ${guarantee.label} – ${guarantee.partyName}`,
            partyId: guarantee.partyId,
          },
          { by, trx }
        ))
      act.merge({ documentHash: hash, ledgerEntryId: entryId })
      return null
    })
  }

  /** @throws SelfApprovalError */
  async refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }) {
    return this.#decide(id, deciding, async (_guarantee, act) => {
      act.moveTo('refused')
      act.refusal = reason
      return reason
    })
  }

  async #decide(
    id: number,
    { by, on, requestId, trx: outer }: Deciding,
    work: (guarantee: Guarantee, act: GuaranteeAct, trx: Trx) => Promise<string | null>
  ): Promise<Guarantee> {
    return within(outer, async (trx) => {
      const { guaranteeId } = await GuaranteeAct.findOrFail(id, { client: trx })
      const guarantee = await held(guaranteeId, trx)
      const act = await (await GuaranteeAct.findOrFail(id, { client: trx })).lock(trx)
      if (act.madeBy === by.id) throw new SelfApprovalError()
      const before = stateOf(guarantee)
      const refusal = await work(guarantee, act, trx)
      await act.merge({ decidedBy: by.id, decidedOn: on }).save()
      await guarantee.merge({ version: guarantee.version + 1 }).save()
      const { unitId, label } = guarantee
      const decision = {
        subject: { type: 'guarantee', id: guaranteeId, unitId, label },
        step: act.kind,
        madeBy: act.madeBy,
        by,
        documentHash: act.documentHash ?? documentHash(act.picture()),
        requestId,
        trx,
      }
      if (refusal) await new DecideApproval().refuse({ ...decision, reason: refusal })
      else await new DecideApproval().approve(decision)
      if (refusal) return guarantee
      await Trail.record(
        {
          action: 'guarantee.stepped',
          unitId,
          subjectType: 'guarantee',
          subjectId: guaranteeId,
          label,
          before,
          after: { step: act.kind, ...stateOf(guarantee) },
          reason: act.reason,
        },
        { by: by.asActor(requestId), trx }
      )
      return guarantee
    })
  }
}

const held = async (id: number, trx: Trx) =>
  (await Guarantee.findOrFail(id, { client: trx })).lock(trx)

function stateOf({ status, expiresOn, released, forfeited }: Guarantee) {
  return { status, expiresOn, released: String(released), forfeited: String(forfeited) }
}
