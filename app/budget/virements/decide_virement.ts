import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { moveBalance } from '#budget/balances/move_balance'
import { fundPorts } from '#budget/funds/ports'
import Virement from '#budget/models/virement'
import { SameApproverError, VirementNeedsError } from '#budget/virements/errors'
import type { HeldLine } from '#budget/virements/held_lines'
import { judgedLines } from '#budget/virements/judged_lines'
import { decisionNeeded } from '#budget/virements/rules'
import { assertEnough, simulate } from '#budget/virements/simulate'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** What each fund gets or gives in all. */
function byFund(lines: readonly HeldLine[], amounts: ReadonlyMap<number, Money>) {
  const funds = Map.groupBy(lines, ({ fundId }) => fundId)
  return [...funds].map(([fundId, held]) => ({
    fundId: Number(fundId),
    amount: Money.sum(held.map(({ id }) => amounts.get(id)!)),
  }))
}

/** A second person's decision on a virement, once it has the number of the decision the rules ask for. */
export default class DecideVirement {
  /**
   * Moves the credit: every line at once or none. A transfer between funds is signed by two persons: the
   * first signature moves nothing, the second, of somebody else, moves it.
   * @throws SelfApprovalError, SameApproverError, VirementNeedsError, NotEnoughCreditError, LockedCreditError
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
        throw new VirementNeedsError(needed, { scope, amount: String(amount) })
      }
      const asked = virement.lines.map(({ lineId, amount: moved }) => ({ lineId, amount: moved }))
      const lines = await judgedLines(asked, { unitId, lock: true, trx })
      const amounts = new Map(asked.map(({ lineId, amount: moved }) => [lineId, moved]))
      if (scope === 'funds' && virement.firstApprovedBy === null) {
        assertEnough(simulate(lines, amounts))
        const firstApprovedAt = DateTime.fromJSDate(clock.now())
        virement.merge({ firstApprovedBy: by.id, firstApprovedAt })
        return 'first'
      }
      if (virement.firstApprovedBy === by.id) throw new SameApproverError()
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
      if (scope === 'funds') {
        virement.entryId = await fundPorts.postTransfer(
          {
            ...{ unitId, on, businessKey: `virement/${id}/funds` },
            description: `نقل بين الصناديق رقم ${virement.label}، ${decisionNo}`.slice(0, 255),
            moved: byFund(lines, amounts),
          },
          { by, trx }
        )
      }
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

  /** Its maker, or who works for his unit, takes a proposal back before it is decided. */
  async withdraw(id: number, { by, trx: outer }: { by: Actor; trx?: Trx }): Promise<Virement> {
    return within(outer, async (trx) => {
      const virement = await (await Virement.findOrFail(id, { client: trx })).lock(trx)
      virement.moveTo('withdrawn')
      virement.version += 1
      await virement.save()
      const { unitId, label } = virement
      await Trail.record(
        { action: 'virement.withdrawn', unitId, subjectType: 'virement', subjectId: id, label },
        { by, trx }
      )
      return virement
    })
  }

  async #decide(
    id: number,
    { by, requestId, trx: outer, reason }: Deciding & { reason?: string },
    work: (virement: Virement, trx: Trx) => Promise<'first' | 'approve' | 'refuse'>
  ): Promise<Virement> {
    return within(outer, async (trx) => {
      const virement = await (await Virement.findOrFail(id, { client: trx })).lock(trx)
      if (virement.madeBy === by.id) throw new SelfApprovalError()
      await virement.load('lines')
      const hash = documentHash(virement.picture())
      const verdict = await work(virement, trx)
      virement.version += 1
      if (verdict !== 'first') {
        const approvedAt = DateTime.fromJSDate(clock.now())
        virement.merge({ approvedBy: by.id, approvedAt, documentHash: hash })
      }
      await virement.save()
      const { unitId, label, madeBy } = virement
      const decision = {
        subject: { type: 'virement', id, unitId, label },
        step: verdict === 'first' ? 'first' : 'approve',
        madeBy,
        by,
        documentHash: hash,
        requestId,
        trx,
      }
      if (verdict === 'refuse') await new DecideApproval().refuse({ ...decision, reason: reason! })
      else await new DecideApproval().approve(decision)
      return virement
    })
  }
}
