import { addDays, today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type { Finding } from '#registry/rules/finding'
import Right from '#registry/models/right'
import { NotNowError } from '#registry/rights/errors'
import type { RightState } from '#registry/rights/life'
import { judgeArrears } from '#registry/rights/rules/renewal'
import EndOccupancy from '#registry/rights/actions/end_occupancy'
import { freeSlots } from '#registry/rights/actions/free_slots'
import RecordOccupancy from '#registry/rights/actions/record_occupancy'

interface Act {
  by: Actor
  trx?: Trx
}

interface Step extends Act {
  /** The day it happened in the world. */
  on?: Day
  reason?: string | null
}

/**
 * The steps of a right after its approval: signature and handover, suspension and resumption,
 * termination, holdover, and the place given back. Each is one row of the trail; leaving with arrears
 * is allowed and said (R16).
 */
export default class MoveRight {
  /**
   * Signed, and the place handed over: the right is active and its holder is there.
   * @throws NotNowError before its first day; TransitionError
   */
  async activate(rightId: number, { on = today(), ...act }: Step): Promise<Right> {
    return this.#step(rightId, 'active', act, async (right, trx) => {
      if (right.validFrom > today()) {
        throw new NotNowError(
          sentence(
            `يبدأ الحق في ${right.validFrom}، ولا يسري قبله.`,
            `The right begins on ${right.validFrom} and does not hold before.`
          )
        )
      }
      right.merge({ signedOn: right.signedOn ?? on, handedOverOn: on })
      if (!right.takesSlot) return
      await new RecordOccupancy().byRight(right, { from: on, by: act.by, trx })
    })
  }

  suspend(rightId: number, step: Step & { reason: string }) {
    return this.#step(rightId, 'suspended', step)
  }

  resume(rightId: number, step: Step) {
    return this.#step(rightId, 'active', step)
  }

  /** Ended before its time. The slot is free from that day; who stays is in holdover. */
  async terminate(
    rightId: number,
    { on = today(), ...act }: Step & { reason: string }
  ): Promise<{ right: Right; findings: Finding[] }> {
    const findings: Finding[] = []
    const right = await this.#step(rightId, 'terminated', act, async (found, trx) => {
      findings.push(...(await judgeArrears(found, 'exit', trx)))
      const began = found.handedOverOn !== null || found.isImported
      if (began) {
        const ended = on > found.validFrom ? on : addDays(found.validFrom, 1)
        if (ended < found.validTo) found.endedOn = ended
      }
      found.endReason = act.reason
      await freeSlots(found, began ? found.heldTo : found.validFrom, trx)
      return { arrears: findings[0]?.facts.due }
    })
    return { right, findings }
  }

  /** Ended, and its holder still there: a charge runs for each day. */
  holdOver(rightId: number, step: Step) {
    return this.#step(rightId, 'holdover', step)
  }

  /** The place is given back; the occupancy ends on that day. */
  async vacate(
    rightId: number,
    { on = today(), ...act }: Step
  ): Promise<{ right: Right; findings: Finding[] }> {
    const findings: Finding[] = []
    const right = await this.#step(rightId, 'vacated', act, async (found, trx) => {
      findings.push(...(await judgeArrears(found, 'exit', trx)))
      await new EndOccupancy().ofRight(found, { on, reason: act.reason ?? null, by: act.by, trx })
      return { leftOn: on, arrears: findings[0]?.facts.due }
    })
    return { right, findings }
  }

  async #step(
    rightId: number,
    to: RightState,
    { by, reason, trx: outer }: Step,
    work?: (right: Right, trx: Trx) => Promise<Record<string, unknown> | void>
  ): Promise<Right> {
    return within(outer, async (trx) => {
      const right = await (await Right.findOrFail(rightId, { client: trx })).lock(trx)
      const before = { status: right.status }
      right.moveTo(to)
      const said = work ? await work(right, trx) : undefined
      await right.save()
      await Trail.record(
        {
          action: `right.${VERBS[to]}`,
          unitId: right.unitId,
          subjectType: 'right',
          subjectId: right.id,
          label: right.rightNo,
          before,
          after: { status: to, endedOn: right.endedOn, ...said },
          reason,
        },
        { by, trx }
      )
      return right
    })
  }
}

const VERBS: Readonly<Partial<Record<RightState, string>>> = {
  active: 'activated',
  suspended: 'suspended',
  terminated: 'terminated',
  holdover: 'held_over',
  vacated: 'vacated',
}
