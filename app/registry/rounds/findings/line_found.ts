import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import RoundFinding from '#registry/models/round_finding'
import RoundLine from '#registry/models/round_line'
import { classOf } from '#registry/register/classes'
import type { Facts } from '#registry/register/facts'
import { FindingConflictError, NotYourLineError } from '#registry/rounds/errors'
import type { FindingInput } from '#registry/rounds/finding_input'
import { fieldFactsNow } from '#registry/rounds/queries/field_facts_now'

/** Who found what, for which team of which round. */
export interface Finder {
  round: Round
  teamId: number
  input: FindingInput
  by: User
}

/**
 * The line that the finder was given, as it stands now and locked.
 * @throws NotYourLineError, FindingConflictError (R23) when it or its asset changed since he looked
 */
export async function ownLine({ round, teamId, input, by }: Finder, trx: Trx): Promise<RoundLine> {
  const line = await RoundLine.query({ client: trx })
    .where({ id: input.lineId!, round_id: round.id })
    .forUpdate()
    .firstOrFail()
  const isMoved = line.teamId !== teamId
  if (isMoved && !(await onceHad(line.id, teamId, trx))) {
    throw new NotYourLineError(line.label, 'team')
  }
  if (!by.can('registry.rounds.count', line.unitId)) {
    throw new NotYourLineError(line.label, 'unit')
  }
  const now = line.assetId ? await fieldFactsNow(line.assetId, trx) : null
  const changed =
    now && input.baseVersion !== now.version
      ? 'asset'
      : input.lineVersion !== line.version && !(isMoved && isUntouched(line))
        ? 'line'
        : null
  if (changed) {
    throw new FindingConflictError(
      line.name,
      {
        lineId: line.id,
        assetVersion: now?.version ?? null,
        lineVersion: line.version,
        lineStatus: line.status,
        facts: now?.facts ?? {},
        standing: await standing(line, trx),
      },
      changed
    )
  }
  return line
}

async function standing(line: RoundLine, trx: Trx) {
  if (!line.findingId) return null
  const found = await RoundFinding.query({ client: trx })
    .where('id', line.findingId)
    .preload('finder')
    .firstOrFail()
  const { result, finder, capturedAt, facts } = found
  return { result, by: finder.fullName, at: capturedAt.toISO()!, facts: facts as Facts }
}

/** A line for a thing that the register does not have. @throws NotYourLineError */
export async function extraLine(
  { round, teamId, input, by }: Finder,
  trx: Trx
): Promise<RoundLine> {
  const kept = await classOf({ id: input.classId ?? 0 }, trx)
  const unitId = input.unitId ?? round.unitId
  const [[below]] = await trx.rawQuery(
    'SELECT 1 AS ok FROM unit_closure WHERE ancestor_id = ? AND descendant_id = ?',
    [round.unitId, unitId]
  )
  const name = String(input.facts.name ?? '').trim()
  if (!below || !by.can('registry.rounds.count', unitId)) throw new NotYourLineError(name, 'unit')
  const [[limits]] = await trx.rawQuery(
    'SELECT photos_required, gps_limit_m FROM asset_classes WHERE id = ?',
    [kept.id]
  )
  const line = new RoundLine().useTransaction(trx)
  line.merge({
    ...{ roundId: round.id, unitId, classId: kept.id, teamId, status: 'assigned', expected: {} },
    name: name.slice(0, 200),
    street: String(input.facts.street ?? '').slice(0, 200),
    latitude: input.position?.latitude.toFixed(7) ?? null,
    longitude: input.position?.longitude.toFixed(7) ?? null,
    photosRequired: Number(limits.photos_required),
    gpsLimitM: limits.gps_limit_m,
    version: 1,
    visits: 0,
  })
  await line.save()
  return line
}

/** The team in which a person counts. @throws NotYourLineError */
export async function teamOf(roundId: number, userId: number, trx: Trx): Promise<number> {
  const row = await trx
    .from('round_team_members')
    .where({ round_id: roundId, user_id: userId })
    .select('team_id')
    .first()
  if (!row) throw new NotYourLineError('', 'none')
  return Number(row.team_id)
}

/** Whether the line was once given to the team: it found something before the line was given on. */
async function onceHad(lineId: number, teamId: number, trx: Trx): Promise<boolean> {
  const row = await trx
    .from('round_assignments')
    .where({ line_id: lineId, team_id: teamId })
    .select('id')
    .first()
  return Boolean(row)
}

/** Given on, and nobody found anything there yet: the former team's finding stands against nothing. */
function isUntouched(line: RoundLine): boolean {
  return line.status === 'assigned' && line.findingId === null
}
