import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { dayOf } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import RoundFinding from '#registry/models/round_finding'
import RoundLine from '#registry/models/round_line'
import { classOf } from '#registry/register/classes'
import { changedFacts, readFacts, type Facts } from '#registry/register/facts'
import { sharedRound } from '#registry/rounds/actions/plan_round'
import { daysVisited, settledState } from '#registry/rounds/actions/settle_line'
import {
  FieldRecordError,
  FindingConflictError,
  NotYourLineError,
  RoundNotRunningError,
  UuidReusedError,
} from '#registry/rounds/errors'
import { fieldFacts } from '#registry/rounds/field_facts'
import { contentHash, type FindingInput } from '#registry/rounds/finding_input'
import { CAN_MOVE } from '#registry/rounds/queries/field_lines'
import { fieldFactsNow } from '#registry/rounds/queries/field_facts_now'
import { judgeFieldRecord, metresFromAsset } from '#registry/rounds/rules/field_record'

interface Recorded {
  finding: RoundFinding
  line: RoundLine
  /** False when this very finding had come before. */
  isNew: boolean
}

/**
 * A finding comes in from the field (تسجيل نتيجة ميدانية), perhaps hours after it was made. The same one
 * lands once; one made on what stands no longer is refused with what stands now, for a person to look at.
 */
export default class RecordFinding {
  /**
   * @throws RoundNotRunningError, NotYourLineError, FindingConflictError (R23), FieldRecordError (R21),
   * UuidReusedError
   */
  async handle(
    roundId: number,
    input: FindingInput,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<Recorded> {
    return within(outer, async (trx) => {
      const round = await sharedRound(roundId, trx)
      const held = await this.#held(round, input, by, trx)
      if (held) return held
      if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)
      const teamId = await teamOf(round.id, by.id, trx)
      refuseUnproven(input)
      const line =
        input.lineId === null
          ? await this.#extraLine(round, teamId, input, by, trx)
          : await this.#ownLine(round, teamId, input, by, trx)
      const facts = await this.#factsFound(line, input, trx)
      return this.#keep({ round, line, teamId, facts, input, by, requestId, trx })
    })
  }

  /** The same finding, come before. */
  async #held(round: Round, input: FindingInput, by: User, trx: Trx): Promise<Recorded | null> {
    const finding = await RoundFinding.query({ client: trx })
      .where('client_uuid', input.uuid)
      .first()
    if (!finding) return null
    const isSame =
      finding.roundId === round.id &&
      finding.foundBy === by.id &&
      finding.contentHash.equals(contentHash(input))
    if (!isSame) throw new UuidReusedError(input.uuid)
    const line = await RoundLine.findOrFail(finding.lineId, { client: trx })
    return { finding, line, isNew: false }
  }

  async #ownLine(round: Round, teamId: number, input: FindingInput, by: User, trx: Trx) {
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
          standing: await this.#standing(line, trx),
        },
        changed
      )
    }
    return line
  }

  async #standing(line: RoundLine, trx: Trx) {
    if (!line.findingId) return null
    const found = await RoundFinding.query({ client: trx })
      .where('id', line.findingId)
      .preload('finder')
      .firstOrFail()
    const { result, finder, capturedAt, facts } = found
    return { result, by: finder.fullName, at: capturedAt.toISO()!, facts: facts as Facts }
  }

  /** A line for a thing that the register does not have. */
  async #extraLine(round: Round, teamId: number, input: FindingInput, by: User, trx: Trx) {
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

  /** What was found otherwise than the register has it; of an extra thing all that was told. */
  async #factsFound(line: RoundLine, { facts: given, result, elsewhere }: FindingInput, trx: Trx) {
    const { subtype } = await classOf({ id: line.classId }, trx)
    if (elsewhere) await assertMovable(line, trx)
    const asked = fieldFacts(subtype)
    const facts = readFacts(
      Object.fromEntries(Object.entries(given).filter(([name]) => asked.includes(name)))
    )
    if (result === 'extra') {
      if (facts.name) return facts
      throw new FieldRecordError(
        sentence('اكتب اسم ما وجدته أو وصفه.', 'Name what you found.'),
        sentence('سمّه كما يعرف في المكان.', 'Call it as it is known there.')
      )
    }
    if (result !== 'different' || !line.assetId) return {}
    const now = await fieldFactsNow(line.assetId, trx)
    const changed = changedFacts(now.facts, facts)
    if (elsewhere || Object.keys(changed).length > 0) return changed
    throw new FieldRecordError(
      sentence('لم تذكر ما يختلف عن السجل.', 'Nothing differs from the register.'),
      sentence('اكتب ما وجدته مختلفًا، أو اختر «موجود كما هو».', 'Say what differs, or «found».')
    )
  }

  async #keep(asked: {
    round: Round
    line: RoundLine
    teamId: number
    facts: Facts
    input: FindingInput
    by: User
    requestId?: string
    trx: Trx
  }): Promise<Recorded> {
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
    await this.#record(line, finding, by, asked.requestId, trx)
    return { finding, line, isNew: true }
  }

  #record(
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

/** Only what is recorded as a point moves by a finding; ground is measured by a boundary change. */
async function assertMovable(line: RoundLine, trx: Trx): Promise<void> {
  const [[row]] = await trx.rawQuery(
    `SELECT ${CAN_MOVE} AS ok FROM round_lines l JOIN asset_classes c ON c.id = l.class_id
       LEFT JOIN asset_shapes s ON s.asset_id = l.asset_id WHERE l.id = ?`,
    [line.id]
  )
  if (line.assetId !== null && Number(row?.ok) === 1) return
  throw new FieldRecordError(
    sentence(
      'هذا الأصل مسجل بحدوده، فلا ينقل موقعه من الميدان.',
      'This asset is recorded by its boundary; a finding does not move it.'
    ),
    sentence('اكتب ملاحظة، ويصحح حدّه برفع مساحي.', 'Write a note; a survey corrects its boundary.'),
    { what: 'elsewhere' }
  )
}

/** R21 where it refuses: a made-up position, or none at all without a reason. */
function refuseUnproven({ position, deskReason, result }: FindingInput): void {
  if (position?.mocked) {
    throw new FieldRecordError(
      sentence(
        'الموقع المسجل من تطبيق يزيّف المواقع.',
        'The position comes from an application that makes positions up.'
      ),
      sentence('أوقف تزييف الموقع وسجل من المكان.', 'Turn it off and record on the spot.'),
      { what: 'mocked' }
    )
  }
  if (deskReason && result === 'not_found') {
    throw new FieldRecordError(
      sentence('لا يثبت عدم الوجود من المكتب.', 'A desk check does not prove that it is gone.'),
      sentence('زر المكان.', 'Visit the place.'),
      { what: 'desk_not_found' }
    )
  }
  if (position || (deskReason && deskReason.trim().length >= 5)) return
  throw new FieldRecordError(
    sentence('لا موقع مسجل ولا سبب لعدم الزيارة.', 'There is neither a position nor a reason.'),
    sentence(
      'شغّل تحديد الموقع، أو اكتب لماذا فحصته من المكتب.',
      'Turn the position on, or say why it was checked at a desk.'
    ),
    { what: 'no_position' }
  )
}
