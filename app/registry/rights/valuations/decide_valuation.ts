import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import Valuation from '#registry/models/valuation'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's decision on a valuation: neither its maker nor its valuer (R19). */
export default class DecideValuation {
  /** @throws SelfApprovalError, TransitionError */
  approve(id: number, deciding: Deciding): Promise<Valuation> {
    return this.#decide(id, 'approved', deciding)
  }

  /** @throws SelfApprovalError, TransitionError */
  refuse(id: number, deciding: Deciding & { reason: string }): Promise<Valuation> {
    return this.#decide(id, 'refused', deciding, deciding.reason)
  }

  /** Taken back by who prepares valuations, before it is decided. */
  async withdraw(id: number, { by, trx: outer }: { by: Actor; trx?: Trx }): Promise<Valuation> {
    return within(outer, async (trx) => {
      const valuation = await (await Valuation.findOrFail(id, { client: trx })).lock(trx)
      valuation.moveTo('withdrawn')
      await valuation.save()
      await Trail.record(
        {
          action: 'valuation.withdrawn',
          unitId: valuation.unitId,
          subjectType: 'valuation',
          subjectId: id,
          label: String(valuation.amount),
        },
        { by, trx }
      )
      return valuation
    })
  }

  async #decide(
    id: number,
    to: 'approved' | 'refused',
    { by, requestId, trx: outer }: Deciding,
    reason?: string
  ): Promise<Valuation> {
    return within(outer, async (trx) => {
      const valuation = await (await Valuation.findOrFail(id, { client: trx })).lock(trx)
      if ([valuation.madeBy, valuation.valuerId].includes(by.id)) throw new SelfApprovalError()
      valuation.moveTo(to)
      valuation.merge({
        decidedBy: by.id,
        decidedAt: DateTime.fromJSDate(clock.now()),
        documentHash: documentHash(valuation.picture()),
        refusal: reason ?? null,
      })
      await valuation.save()
      const decision = {
        subject: {
          type: 'valuation',
          id,
          unitId: valuation.unitId,
          label: String(valuation.amount),
        },
        step: 'approve',
        madeBy: valuation.madeBy,
        by,
        documentHash: valuation.documentHash!,
        requestId,
        trx,
      }
      if (to === 'approved') await new DecideApproval().approve(decision)
      else await new DecideApproval().refuse({ ...decision, reason: reason! })
      return valuation
    })
  }
}
