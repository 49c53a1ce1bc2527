import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { moveBalance } from '#budget/balances/move_balance'
import Virement from '#budget/models/virement'
import { VirementNeedsError } from '#budget/virements/errors'
import { judgedLines } from '#budget/virements/propose_virement'
import { decisionNeeded } from '#budget/virements/rules'
import { simulate } from '#budget/virements/simulate'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's decision on a virement, once it has the number of the decision the rules ask for. */
export default class DecideVirement {
  /**
   * Moves the credit: every line at once or none.
   * @throws SelfApprovalError, VirementNeedsError, NotEnoughCreditError, LockedCreditError
   */
  async approve(
    id: number,
    { on = today(), ...deciding }: Deciding & { on?: Day }
  ): Promise<Virement> {
    return this.#decide(id, deciding, async (virement, trx) => {
      const { by } = deciding
      const { unitId, scope, amount, decisionNo, decisionOn } = virement
      const needed = await decisionNeeded({ scope: scope as never, amount }, { on, unitId, trx })
      if (needed.authority === 'nobody' || !decisionNo || !decisionOn) {
        throw new VirementNeedsError(
          needed.authority === 'nobody'
            ? sentence('لا يجيز النظام هذا النقل.', 'No rule allows this virement.')
            : sentence(
                `هذا النقل يلزمه رقم وتاريخ ما صدر به من ${needed.name.ar}.`,
                `This virement needs number and date of what ${needed.name.en} decided.`
              ),
          { facts: { scope, amount: String(amount), authority: needed.authority } }
        )
      }
      const asked = virement.lines.map(({ lineId, amount: moved }) => ({ lineId, amount: moved }))
      const lines = await judgedLines(asked, { lock: true, trx })
      const amounts = new Map(asked.map(({ lineId, amount: moved }) => [lineId, moved]))
      virement.moveTo('approved')
      for (const { line, amount: appropriated, released } of simulate(lines, amounts)) {
        await moveBalance(
          {
            lineId: line.id,
            move: 'virement',
            deltas: { appropriated, released },
            on,
            document: { type: 'virement', id },
            businessKey: `virement/${id}/${line.id}`,
          },
          { by, trx }
        )
      }
      virement.merge({ effectiveOn: on })
      return 'approve'
    })
  }

  /** @throws SelfApprovalError */
  async refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }) {
    return this.#decide(id, { ...deciding, reason }, async (virement) => {
      virement.moveTo('refused')
      virement.refusal = reason
      return 'refuse'
    })
  }

  async #decide(
    id: number,
    { by, requestId, trx: outer, reason }: Deciding & { reason?: string },
    work: (virement: Virement, trx: Trx) => Promise<'approve' | 'refuse'>
  ): Promise<Virement> {
    return within(outer, async (trx) => {
      const virement = await (await Virement.findOrFail(id, { client: trx })).lock(trx)
      if (virement.madeBy === by.id) throw new SelfApprovalError()
      await virement.load('lines')
      const hash = documentHash(virement.picture())
      const verdict = await work(virement, trx)
      virement.merge({
        approvedBy: by.id,
        approvedAt: DateTime.fromJSDate(clock.now()),
        documentHash: hash,
        version: virement.version + 1,
      })
      await virement.save()
      const { unitId, label, madeBy } = virement
      const decision = {
        subject: { type: 'virement', id, unitId, label },
        step: 'approve',
        madeBy,
        by,
        documentHash: hash,
        requestId,
        trx,
      }
      if (verdict === 'approve') await new DecideApproval().approve(decision)
      else await new DecideApproval().refuse({ ...decision, reason: reason! })
      return virement
    })
  }
}
