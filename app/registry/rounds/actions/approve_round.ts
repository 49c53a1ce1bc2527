import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import RoundLine from '#registry/models/round_line'
import DecideMany from '#registry/register/decide_many'
import type { AskedOverride } from '#registry/register/findings'
import { lockedRound } from '#registry/rounds/actions/plan_round'
import { waitingChanges } from '#registry/rounds/actions/propose_differences'
import { differenceOf } from '#registry/rounds/differences'
import { CountedError, RoundNotReadyError, RoundNotRunningError } from '#registry/rounds/errors'
import { DECIDED } from '#registry/rounds/life'
import { partIn } from '#registry/rounds/rules/approver'

export interface RoundApproval {
  by: User
  requestId?: string
  overrides?: AskedOverride[]
  trx?: Trx
}

/**
 * The one approval of what a round found (اعتماد نتائج الحصر), by a person who neither planned it, counted,
 * decided its lines nor proposed its differences (R19): every transaction that waits is approved and every
 * decided line posted, all of them or none. It may come again for lines that are decided later.
 */
export default class ApproveRound {
  /** @throws SelfApprovalError, CountedError, RoundNotReadyError, RoundNotRunningError, and as DecideMany */
  async handle(
    roundId: number,
    { by, requestId, overrides = [], trx: outer }: RoundApproval
  ): Promise<{ round: Round; posted: number; changes: number }> {
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)
      const lines = await RoundLine.query({ client: trx })
        .where('round_id', roundId)
        .whereIn('status', [...DECIDED])
        .preload('finding')
        .preload('class')
        .orderBy('id')
        .forUpdate()
      const waiting = await waitingChanges(roundId, trx)
      assertReady(round, lines, waiting)
      const part = await partIn(round, by.id, trx)
      if (part === 'counted') throw new CountedError()
      if (part) throw new SelfApprovalError()
      const ids = [...waiting.values()].map(({ id }) => id)
      await new DecideMany().approve(ids, { by, requestId, overrides, atOnce: true, trx })
      for (const line of lines) await this.#post(line, waiting.get(line.id)?.id, trx)
      round.merge({
        approvedBy: by.id,
        approvedAt: DateTime.fromJSDate(clock.now()),
        version: round.version + 1,
      })
      await round.save()
      await new DecideApproval().approve({
        subject: { type: 'round', id: round.id, unitId: round.unitId, label: round.label },
        step: 'post',
        madeBy: round.madeBy,
        by,
        documentHash: documentHash({
          round: round.picture(),
          lines: lines.map(({ id, outcome, findingId }) => [id, outcome, findingId]),
          changes: ids,
        }),
        requestId,
        trx,
      })
      return { round, posted: lines.length, changes: ids.length }
    })
  }

  async #post(line: RoundLine, transactionId: number | undefined, trx: Trx): Promise<void> {
    if (transactionId && line.assetId === null) await this.#enter(line, transactionId, trx)
    line.moveTo('posted')
    line.version += 1
    await line.save()
  }

  /** An extra thing is an asset now: its line and its photographs belong to it. */
  async #enter(line: RoundLine, transactionId: number, trx: Trx): Promise<void> {
    const made = await trx
      .from('transaction_assets')
      .where({ transaction_id: transactionId, part: 'output' })
      .select('asset_id')
      .firstOrFail()
    line.assetId = Number(made.asset_id)
    await trx.rawQuery(
      `INSERT INTO document_links (document_id, subject_type, subject_id)
       SELECT document_id, 'asset', ? FROM document_links WHERE subject_type = 'round_line' AND subject_id = ?`,
      [line.assetId, line.id]
    )
  }
}

function assertReady(
  round: Round,
  lines: readonly RoundLine[],
  waiting: ReadonlyMap<number, unknown>
): void {
  if (lines.length === 0) {
    throw new RoundNotReadyError(
      sentence(
        `لا بنود مقررة تنتظر الترحيل في الحصر ${round.label}.`,
        `No decided lines wait to be posted in round ${round.label}.`
      )
    )
  }
  const unproposed = lines.filter((line) => !waiting.has(line.id) && differenceOf(line))
  if (unproposed.length === 0) return
  throw new RoundNotReadyError(
    sentence(
      `${unproposed.length} بند مختلف بلا معاملة مقدمة، أولها «${unproposed[0]!.label}».`,
      `${unproposed.length} lines differ and have no proposed transaction, «${unproposed[0]!.label}» first.`
    ),
    sentence('أعد الفروق ثم اعتمد.', 'Prepare the differences, then approve.'),
    { lines: unproposed.map(({ id }) => id) }
  )
}
