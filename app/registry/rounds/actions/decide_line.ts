import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import RoundLine from '#registry/models/round_line'
import { lockAssets } from '#registry/register/asset_row'
import { StaleAssetError } from '#registry/register/errors'
import { sharedRound } from '#registry/rounds/actions/plan_round'
import { daysVisited } from '#registry/rounds/actions/settle_line'
import {
  FlaggedLineError,
  OwnFindingError,
  ReasonMissingError,
  RoundNotRunningError,
  TooFewVisitsError,
  WrongDecisionError,
} from '#registry/rounds/errors'
import { ruleParameters } from '#registry/rules/parameters'

export const DECISIONS = ['verified', 'returned', 'disputed', 'not_found'] as const
export type LineDecision = (typeof DECISIONS)[number]

export interface DecideInput {
  decision: LineDecision
  note?: string | null
  /** The version of the asset that the supervisor looked at; null for an extra thing. */
  assetVersion: number | null
}

/** Shorter reasons say nothing. */
const LEAST = { flagged: 10, other: 5 }

/**
 * The decision on what a team brought (مراجعة البند): verified, returned to the team, disputed, or not
 * found. Nothing of the register changes by it; that is posted with all others.
 */
export default class DecideLine {
  /**
   * @throws OwnFindingError (R19), FlaggedLineError (R21), TooFewVisitsError (R22), StaleAssetError
   * (R23), TransitionError, ReasonMissingError, WrongDecisionError, RoundNotRunningError
   */
  async handle(
    lineId: number,
    { decision, note: written, assetVersion }: DecideInput,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<RoundLine> {
    const note = written?.trim().slice(0, 500) || null
    return within(outer, async (trx) => {
      const line = await this.#locked(lineId, trx)
      const before = { status: line.status }
      await line.load('finding')
      line.moveTo(decision)
      if (line.finding.foundBy === by.id) throw new OwnFindingError(line.label)
      if (decision === 'returned' || decision === 'disputed') assertReason(note)
      else await this.#assertSound(line, decision, note, trx)
      if (decision !== 'returned') await this.#refuseStale(line, assetVersion, trx)
      line.merge({
        decidedBy: by.id,
        decidedAt: DateTime.fromJSDate(clock.now()),
        decisionNote: note,
        decidedVersion: assetVersion,
        version: line.version + 1,
      })
      await line.save()
      await Trail.record(
        {
          action: `round_line.${decision}`,
          unitId: line.unitId,
          subjectType: 'round_line',
          subjectId: line.id,
          label: line.label,
          before,
          after: { status: decision, outcome: line.outcome, findingId: line.findingId },
          reason: note,
        },
        { by: by.asActor(requestId), trx }
      )
      return line
    })
  }

  async #locked(lineId: number, trx: Trx): Promise<RoundLine> {
    const line = await RoundLine.query({ client: trx })
      .where('id', lineId)
      .forUpdate()
      .firstOrFail()
    const round = await sharedRound(line.roundId, trx)
    if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)
    return line
  }

  async #assertSound(
    line: RoundLine,
    decision: LineDecision,
    note: string | null,
    trx: Trx
  ): Promise<void> {
    const isGone = line.outcome === 'not_found'
    if (isGone !== (decision === 'not_found')) throw new WrongDecisionError(line.outcome, decision)
    if (line.isFlagged && [...(note ?? '')].length < LEAST.flagged) {
      throw new FlaggedLineError(line.label, line.standingFlags)
    }
    if (!isGone) return
    const { visits } = await ruleParameters('R22', { unitId: line.unitId, trx })
    const { notFound } = await daysVisited(line.id, trx)
    if (notFound < visits) throw new TooFewVisitsError(line.label, notFound, visits)
  }

  /** R23: the decision is about what stands now, not about what stood when the page was opened. */
  async #refuseStale(line: RoundLine, assetVersion: number | null, trx: Trx): Promise<void> {
    if (line.assetId === null) return
    const asset = (await lockAssets([line.assetId], trx)).get(line.assetId)!
    if (asset.version !== assetVersion) {
      throw new StaleAssetError(asset.code, assetVersion ?? 0, asset.version)
    }
  }
}

function assertReason(note: string | null): void {
  if ([...(note ?? '')].length < LEAST.other) throw new ReasonMissingError()
}
