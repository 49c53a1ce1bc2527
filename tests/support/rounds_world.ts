import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { addDays, today, type Day } from '#core/days'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import RoundLine from '#registry/models/round_line'
import AssignLines from '#registry/rounds/actions/assign_lines'
import AttachPhoto from '#registry/rounds/actions/attach_photo'
import FormTeam from '#registry/rounds/actions/form_team'
import PlanRound, { type RoundPlan } from '#registry/rounds/actions/plan_round'
import RecordFinding from '#registry/rounds/actions/record_finding'
import StartRound from '#registry/rounds/actions/start_round'
import type { FindingInput } from '#registry/rounds/finding_input'
import { aPerson } from '#tests/support/people'
import { aPhotograph } from '#tests/support/photograph'
import { anOffice, change, newGround, outputOf, type Office } from '#tests/support/register'
import { aUnit } from '#tests/support/units'

/** A round of kiosks in a city with two districts, two teams and who supervises and approves. */
export interface RoundWorld extends Office {
  round: Round
  districts: [number, number]
  /** Surveyors of the first and of the second team. */
  people: [User, User]
  teams: [number, number]
  /** Ids of the assets, in the order of their making. */
  kiosks: number[]
}

export const plan = (more: Partial<RoundPlan> = {}): RoundPlan => ({
  kind: 'full',
  title: 'حصر الأكشاك',
  cutOffOn: addDays(today(), -10),
  startsOn: addDays(today(), -10),
  endsOn: addDays(today(), 20),
  decisionNo: '١٤٥',
  decisionOn: addDays(today(), -20),
  decisionAuthority: 'رئيس المدينة',
  scope: {},
  members: [
    { role: 'chair', name: 'م. سعاد عبد الرحمن', title: 'رئيس اللجنة' },
    { role: 'member', name: 'أحمد فتحي' },
    { role: 'secretary', name: 'منى كامل' },
  ],
  ...more,
})

/** Where the n-th kiosk of a world stands: a hundred metres from one another. */
export function spot(ground: number, index: number) {
  return { latitude: 26.5 + (ground % 400) / 1000, longitude: 31.2 + index / 1000 }
}

export async function aKiosk(
  office: Office,
  given: {
    unitId: number
    name: string
    at: { latitude: number; longitude: number }
    facts?: object
  }
): Promise<number> {
  const made = await change({ ...office, unitId: given.unitId }, 'create', {
    class: 'occupancy.kiosk',
    facts: { name: given.name, street: 'شارع المحطة', width_m: 2, ...given.facts },
    geometry: { type: 'Point', coordinates: [given.at.longitude, given.at.latitude] },
  })
  return outputOf(made)
}

/** A running round over six kiosks: three in each district, each district given to one team. */
export async function aRound(more: Partial<RoundPlan> = {}): Promise<RoundWorld> {
  const office = await anOffice()
  const ground = newGround()
  const districts = [await aUnit(office.unitId), await aUnit(office.unitId)] as [number, number]
  const people = [
    await aPerson({ unitId: districts[0], roles: ['surveyor'], fullName: 'حسن المساح' }),
    await aPerson({ unitId: districts[1], roles: ['surveyor'], fullName: 'علي المساح' }),
  ] as [User, User]
  await office.maker.loadAccess()
  await office.checker.loadAccess()
  const kiosks: number[] = []
  for (let index = 0; index < 6; index++) {
    const unitId = districts[index < 3 ? 0 : 1]!
    kiosks.push(await aKiosk(office, { unitId, name: `كشك ${index + 1}`, at: spot(ground, index) }))
  }
  const by = office.maker.asActor()
  const round = await new PlanRound().create(office.unitId, plan(more), { by })
  const teams: number[] = []
  for (const [index, person] of people.entries()) {
    const team = await new FormTeam().handle(
      round.id,
      { name: `فريق ${index + 1}`, userIds: [person.id] },
      { by }
    )
    teams.push(team.id)
  }
  const started = await new StartRound().handle(round.id, { by })
  for (const [index, unitId] of districts.entries()) {
    await new AssignLines().handle(
      round.id,
      teams[index]!,
      { by: 'unit', unitIds: [unitId] },
      { by }
    )
  }
  return { ...office, round: started, districts, people, teams: teams as [number, number], kiosks }
}

export async function lineOf(world: RoundWorld, index: number): Promise<RoundLine> {
  return RoundLine.query()
    .where({ round_id: world.round.id, asset_id: world.kiosks[index]! })
    .firstOrFail()
}

/** A finding of the n-th kiosk as a telephone on the spot would send it, without photographs. */
export async function aFinding(
  world: RoundWorld,
  index: number,
  more: Partial<FindingInput> = {}
): Promise<FindingInput> {
  const line = await lineOf(world, index)
  const asset = await db.from('assets').where('id', world.kiosks[index]!).firstOrFail()
  return {
    uuid: randomUUID(),
    lineId: line.id,
    result: 'found',
    facts: {},
    baseVersion: asset.version,
    lineVersion: line.version,
    position: {
      latitude: Number(asset.latitude),
      longitude: Number(asset.longitude),
      accuracyM: 4,
      mocked: false,
    },
    photos: line.photosRequired,
    capturedAt: DateTime.now(),
    ...more,
  }
}

export const noon = (day: Day) => DateTime.fromISO(`${day}T12:00`, { zone: 'Africa/Cairo' })

/** Records a finding with as many photographs as it promises, taken on the day. */
export async function found(
  world: RoundWorld,
  index: number,
  more: Partial<FindingInput> = {},
  person = world.people[index < 3 ? 0 : 1]!
): Promise<RoundLine> {
  const input = await aFinding(world, index, more)
  await person.loadAccess()
  const { line } = await new RecordFinding().handle(world.round.id, input, { by: person })
  for (let n = 0; n < input.photos; n++) await aPhoto(world, input, person)
  return line.refresh()
}

export async function aPhoto(
  world: RoundWorld,
  { uuid }: { uuid: string },
  person: User,
  takenOn: Day = today()
) {
  const path = join(tmpdir(), `round-${randomUUID()}.jpg`)
  const takenAt = `${takenOn.replaceAll('-', ':')} 11:30:00`
  await writeFile(path, aPhotograph({ takenAt, mark: randomUUID() }))
  return new AttachPhoto().handle(
    world.round.id,
    { uuid: randomUUID(), findingUuid: uuid, file: { from: path, originalName: 'IMG.jpg' } },
    { by: person }
  )
}
