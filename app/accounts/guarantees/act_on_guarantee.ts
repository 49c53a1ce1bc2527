import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { documentHash } from '#identity/actions/decide_approval'
import { decideAct, type Deciding } from '#accounts/guarantees/decide_act'
import { EFFECTS } from '#accounts/guarantees/effects'
import { OfAuthorityError } from '#accounts/guarantees/errors'
import { proposeAct, type ActInput } from '#accounts/guarantees/propose_act'
import type Guarantee from '#accounts/models/guarantee'
import type GuaranteeAct from '#accounts/models/guarantee_act'
import { OF_AUTHORITY, type ActKind } from '#accounts/models/guarantee_act'
import { postHolding } from '#accounts/postings/post_holding'

export type { ActInput } from '#accounts/guarantees/propose_act'

/** Steps in the life of a guarantee: proposed by one, decided by another, each kept with its paper. */
export default class ActOnGuarantee {
  /** @throws ActWaitsError, GuaranteePaperError */
  propose(
    guaranteeId: number,
    input: ActInput,
    who: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<GuaranteeAct> {
    return proposeAct(guaranteeId, input, who)
  }

  /**
   * Takes effect: state, days, amounts and entry at once.
   * @throws SelfApprovalError, OfAuthorityError and what EFFECTS throw
   */
  async approve(id: number, { by, on, requestId, trx: outer }: Deciding): Promise<Guarantee> {
    return decideAct(id, { by, on, requestId, trx: outer }, async (guarantee, act, trx) => {
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
    return decideAct(id, deciding, async (_guarantee, act) => {
      act.moveTo('refused')
      act.refusal = reason
      return reason
    })
  }
}
