import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { dayOf } from '#core/days'
import type { Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import RoundFinding from '#registry/models/round_finding'
import type RoundLine from '#registry/models/round_line'
import type { Facts } from '#registry/register/facts'
import { daysVisited, settledState } from '#registry/rounds/actions/settle_line'
import { contentHash, type FindingInput } from '#registry/rounds/finding_input'
import { judgeFieldRecord, metresFromAsset } from '#registry/rounds/rules/field_record'

/** Writes a finding down, judges how it was made (R21), and moves its line on. */
export async function keepFinding(asked: {
  round: Round
  line: RoundLine
  teamId: number
  facts: Facts
  input: FindingInput
  by: User
  requestId?: string
  trx: Trx
}): Promise<RoundFinding> {
  const { round, line, teamId, facts, input, by, trx } = asked
  const { position, result } = input
  // A clock that runs ahead proves no later visit: nothing was found after it came in.
  const capturedAt = DateTime.min(input.capturedAt, DateTime.fromJSDate(clock.now()))
  const distance =
    position && line.assetId ? await metresFromAsset(line.assetId, position, trx) : null
  const finding = await RoundFinding.create(
    {
      ...{ roundId: round.id, lineId: line.id, unitId: line.unitId, teamId },
      ...{ clientUuid: input.uuid, contentHash: contentHash(input), foundBy: by.id },
      ...{ result, facts, note: input.note ?? null, occupant: input.occupant ?? null },
      ...{ baseVersion: input.baseVersion, lineVersion: input.lineVersion },
      conditionScore: input.condition ?? null,
      isElsewhere: result === 'different' && position !== null && input.elsewhere === true,
      latitude: position?.latitude.toFixed(7) ?? null,
      longitude: position?.longitude.toFixed(7) ?? null,
      accuracyM: position ? Math.min(position.accuracyM, 999_999).toFixed(2) : null,
      distanceM: distance?.toFixed(2) ?? null,
      photosPromised: input.photos,
      deskReason: input.deskReason ?? null,
      capturedAt,
    },
    { client: trx }
  )
  const days = await daysVisited(line.id, trx)
  const flags = await judgeFieldRecord(
    {
      gpsLimitM: line.gpsLimitM,
      photosRequired: line.photosRequired,
      position,
      distanceM: distance,
      isDesk: finding.deskReason !== null,
      capturedOn: dayOf(capturedAt.toJSDate()),
      photos: input.photos > 0 ? null : [],
      round,
    },
    { unitId: round.unitId, trx }
  )
  line.merge({
    outcome: result,
    findingId: finding.id,
    visits: days.all,
    flags,
    isFlagged: flags.length > 0,
    version: line.version + 1,
    decisionNote: null,
  })
  line.moveTo('visited')
  const state = await settledState(line, finding, { unitId: round.unitId, trx })
  if (state !== 'visited') line.moveTo(state)
  await line.save()
  await tell(line, finding, by, asked.requestId, trx)
  return finding
}

function tell(
  line: RoundLine,
  finding: RoundFinding,
  by: User,
  requestId: string | undefined,
  trx: Trx
) {
  const { result, facts, photosPromised, deskReason, accuracyM, distanceM } = finding
  return Trail.record(
    {
      action: 'round_line.found',
      unitId: line.unitId,
      subjectType: 'round_line',
      subjectId: line.id,
      label: line.label,
      after: { result, facts, photosPromised, deskReason, accuracyM, distanceM },
    },
    { by: by.asActor(requestId), trx }
  )
}
