import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import RoundLine from '#registry/models/round_line'
import DecideChange from '#registry/register/decide_change'
import { lockedRound } from '#registry/rounds/actions/plan_round'
import { waitingChanges } from '#registry/rounds/actions/propose_differences'
import {
  ReasonMissingError,
  RoundNotReadyError,
  RoundNotRunningError,
} from '#registry/rounds/errors'
import { DECIDED } from '#registry/rounds/life'
import { sentence } from '#core/domain_error'

/**
 * What the approver does not accept goes back to its team to be counted again (إعادة الجرد), with his
 * reason; the transaction that waited for it is refused. The other lines stay as they are.
 */
export default class ReturnLines {
  /** @throws ReasonMissingError, RoundNotReadyError, RoundNotRunningError, SelfApprovalError */
  async handle(
    roundId: number,
    { lineIds, reason }: { lineIds: readonly number[]; reason: string },
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<number> {
    if ([...reason.trim()].length < 5) throw new ReasonMissingError()
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)
      const lines = await RoundLine.query({ client: trx })
        .where('round_id', roundId)
        .whereIn('id', [...lineIds])
        .whereIn('status', [...DECIDED])
        .orderBy('id')
        .forUpdate()
      if (lines.length === 0) {
        throw new RoundNotReadyError(
          sentence('لم تختر بنودًا تنتظر الاعتماد.', 'No lines that wait for approval were chosen.'),
          sentence('علّم البنود التي تعاد إلى فرقها.', 'Tick the lines that go back.')
        )
      }
      const waiting = await waitingChanges(roundId, trx)
      for (const line of lines) {
        const change = waiting.get(line.id)
        if (change) await new DecideChange().refuse(change.id, { by, requestId, reason, trx })
        await this.#giveBack(line, reason.trim().slice(0, 500), by, trx, requestId)
      }
      return lines.length
    })
  }

  async #giveBack(line: RoundLine, reason: string, by: User, trx: Trx, requestId?: string) {
    const before = { status: line.status }
    line.moveTo('returned')
    line.merge({
      decidedBy: by.id,
      decidedAt: DateTime.fromJSDate(clock.now()),
      decisionNote: reason,
      version: line.version + 1,
    })
    await line.save()
    await Trail.record(
      {
        action: 'round_line.returned',
        unitId: line.unitId,
        subjectType: 'round_line',
        subjectId: line.id,
        label: line.label,
        before,
        after: { status: 'returned', findingId: line.findingId },
        reason,
      },
      { by: by.asActor(requestId), trx }
    )
  }
}
