import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import RegisterTransaction from '#registry/models/register_transaction'
import RoundLine from '#registry/models/round_line'
import ProposeChange from '#registry/register/propose_change'
import { differenceOf } from '#registry/rounds/differences'
import { RoundNotRunningError } from '#registry/rounds/errors'
import { lockedRound, subject } from '#registry/rounds/actions/plan_round'
import { DECIDED } from '#registry/rounds/life'

/**
 * Makes register transactions of what differs (إعداد الفروق): one for each decided line that asks
 * something of the register and has none waiting. They are approved together by another person.
 */
export default class ProposeDifferences {
  /** @returns how many were proposed. @throws RoundNotRunningError, and as ProposeChange */
  async handle(
    roundId: number,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<number> {
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)
      const waiting = await waitingChanges(roundId, trx)
      const lines = await RoundLine.query({ client: trx })
        .where('round_id', roundId)
        .whereIn('status', [...DECIDED])
        .preload('finding')
        .preload('class')
        .orderBy('id')
      let made = 0
      for (const line of lines) {
        const difference = waiting.has(line.id) ? null : differenceOf(line)
        if (!difference) continue
        const transaction = await new ProposeChange().handle(
          {
            ...difference,
            unitId: line.unitId,
            reason: `حصر ${round.label}: ${line.decisionNote ?? line.finding.note ?? line.label}`,
            decision: {
              number: round.decisionNo,
              on: round.decisionOn,
              authority: round.decisionAuthority,
            },
            source: { type: 'round', id: round.id },
          },
          { by, trx }
        )
        await trx
          .insertQuery()
          .table('round_changes')
          .insert({ transaction_id: transaction.id, round_id: round.id, line_id: line.id })
        made++
      }
      await Trail.record(
        { action: 'round.differences_proposed', ...subject(round), after: { changes: made } },
        { by, trx }
      )
      return made
    })
  }
}

/** Transactions of a round that wait for their decision, by line. */
export async function waitingChanges(
  roundId: number,
  trx: Trx
): Promise<Map<number, RegisterTransaction>> {
  const links: { transaction_id: number; line_id: number }[] = await trx
    .from('round_changes')
    .where('round_id', roundId)
    .select('transaction_id', 'line_id')
  const changes = await RegisterTransaction.query({ client: trx })
    .whereIn(
      'id',
      links.map((link) => link.transaction_id)
    )
    .where('status', 'proposed')
  const byId = new Map(changes.map((change) => [Number(change.id), change]))
  return new Map(
    links.flatMap((link) => {
      const change = byId.get(Number(link.transaction_id))
      return change ? [[Number(link.line_id), change] as const] : []
    })
  )
}
