import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { addDays, today } from '#core/days'
import AssetClass from '#registry/models/asset_class'
import RoundLine from '#registry/models/round_line'
import AssignLines from '#registry/rounds/actions/assign_lines'
import DecideLine from '#registry/rounds/actions/decide_line'
import FormTeam from '#registry/rounds/actions/form_team'
import PlanRound from '#registry/rounds/actions/plan_round'
import RecordFinding from '#registry/rounds/actions/record_finding'
import StartRound from '#registry/rounds/actions/start_round'
import { hasAny, thingsOf } from '#reporting/sample/office/stock'
import type { Staff } from '#reporting/sample/office/staff'

const TOWN = 'EG-FYM-TAM'

/** A round of a town's vehicles and equipment that is half counted. */
export async function workOnRound(staff: Staff): Promise<void> {
  if (await hasAny('rounds')) return
  const { officer, surveyor } = staff
  const by = officer.asActor() as never
  const [first] = await thingsOf(TOWN, 'movable.vehicle', 1)
  const movable = await AssetClass.findByOrFail('code', 'movable')
  const round = await new PlanRound().create(
    first!.unitId,
    {
      kind: 'full',
      title: 'جرد المركبات والمعدات',
      cutOffOn: addDays(today(), -12),
      startsOn: addDays(today(), -12),
      endsOn: addDays(today(), 18),
      decisionNo: '145',
      decisionOn: addDays(today(), -20),
      decisionAuthority: 'رئيس المركز والمدينة',
      scope: { classIds: [movable.id] },
      members: [
        { role: 'chair', name: 'م. سعاد عبد الرحمن', title: 'رئيس اللجنة' },
        { role: 'member', name: 'أحمد فتحي', title: 'أمين المخزن' },
        { role: 'secretary', name: 'منى كامل' },
      ],
    },
    { by }
  )
  const team = await new FormTeam().handle(
    round.id,
    { name: 'فريق الحملة الميكانيكية', userIds: [surveyor.id] },
    { by }
  )
  await new StartRound().handle(round.id, { by })
  await new AssignLines().handle(
    round.id,
    team.id,
    { by: 'unit', unitIds: [first!.unitId] },
    { by }
  )
  const lines = await RoundLine.query().where('round_id', round.id).orderBy('id')
  for (const [index, line] of lines.slice(0, 5).entries()) await count(line, index, staff)
}

/** Counted at the store's desk: a movable has no place that a telephone could measure. */
async function count(line: RoundLine, index: number, { officer, surveyor }: Staff): Promise<void> {
  const { line: counted } = await new RecordFinding().handle(
    line.roundId,
    {
      uuid: randomUUID(),
      lineId: line.id,
      result: index === 2 ? 'different' : 'found',
      facts: index === 2 ? { make: 'ميتسوبيشي' } : {},
      condition: 3 + (index % 2),
      baseVersion: line.baseVersion,
      lineVersion: line.version,
      position: null,
      photos: 0,
      deskReason: 'كشف العهدة بتوقيع أمين المخزن',
      capturedAt: DateTime.now(),
    },
    { by: surveyor }
  )
  if (index > 2) return
  await new DecideLine().handle(
    counted.id,
    { decision: 'verified', note: 'طوبق كشف العهدة', assetVersion: line.baseVersion },
    { by: officer }
  )
}
