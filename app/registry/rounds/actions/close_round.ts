import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type Round from '#registry/models/round'
import { lockedRound, subject } from '#registry/rounds/actions/plan_round'
import { RoundOpenError } from '#registry/rounds/errors'
import { figuresOf } from '#registry/rounds/queries/figures'
import { judgeClosing } from '#registry/rounds/rules/closing'

/** Closes a round (إقفال الحصر): nothing of it stays unassigned or undecided (R22). */
export default class CloseRound {
  /** @throws RoundOpenError (R22), TransitionError */
  async handle(
    roundId: number,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Round> {
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      round.moveTo('closed')
      const findings = await judgeClosing(round.id, { unitId: round.unitId, trx })
      if (findings.length > 0) throw new RoundOpenError(findings)
      round.merge({
        closedBy: by.id,
        closedAt: DateTime.fromJSDate(clock.now()),
        version: round.version + 1,
      })
      await round.save()
      const { total, outcomes } = await figuresOf(round.id, trx)
      await Trail.record(
        { action: 'round.closed', ...subject(round), after: { lines: total, outcomes } },
        { by, trx }
      )
      return round
    })
  }
}
