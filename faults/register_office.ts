import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import { SYSTEM } from '#audit/actor'
import CreateUser from '#identity/actions/create_user'
import type User from '#identity/models/user'
import DecideChange from '#registry/register/decide_change'
import ProposeChange from '#registry/register/propose_change'
import FormTeam from '#registry/rounds/actions/form_team'
import PlanRound from '#registry/rounds/actions/plan_round'
import StartRound from '#registry/rounds/actions/start_round'
import { Browser } from './browser.js'

/** A unit whose register is kept while the house is struck: who proposes, who decides, who counts. */
export interface RegisterOffice {
  unitId: number
  officer: Browser
  head: Browser
  surveyor: Browser
  roundId: number
  partyNo: string
  /** Corner of its ground on the Red Belt; every office has its own. */
  east: number
}

/** Opens an office in each unit: its people, a tenant, and a running round of a team of one. */
export async function openOffices(unitIds: number[], base: string): Promise<RegisterOffice[]> {
  const offices: RegisterOffice[] = []
  for (const [at, unitId] of unitIds.entries()) {
    const officer = await person(unitId, 'property_officer', base)
    const head = await person(unitId, 'property_head', base)
    const surveyor = await person(unitId, 'surveyor', base)
    const partyNo = `FAULT-${unitId}`
    await db.insertQuery().table('parties').insert({
      unit_id: unitId,
      party_no: partyNo,
      kind: 'person',
      name: 'مستأجر التجربة',
      folded_name: 'مستاجر التجربه',
    })
    await aKiosk(unitId, officer.user, head.user)
    const roundId = await aRound(unitId, officer.user, surveyor.user.id)
    const east = 560_000 + at * 20_000
    const browsers = { officer: officer.browser, head: head.browser, surveyor: surveyor.browser }
    offices.push({ unitId, ...browsers, roundId, partyNo, east })
  }
  return offices
}

/** Somebody of a unit who signs in over HTTP; a second one of a role has a name of his own. */
export async function person(unitId: number, role: string, base: string, name = role) {
  const account = `${name}.${unitId}@faults.example`
  const password = randomUUID()
  const { user } = await new CreateUser().handle(
    { email: account, fullName: 'موظف التجربة', homeUnitId: unitId, password },
    { by: SYSTEM }
  )
  const { id: roleId } = await db.from('roles').where('code', role).select('id').firstOrFail()
  await db
    .insertQuery()
    .table('grants')
    .insert({ user_id: user.id, role_id: roleId, unit_id: unitId, valid_from: '2026-01-01' })
  return { user, browser: new Browser(base, account, password) }
}

/** Something to be counted: a round without an asset in its scope does not begin. */
async function aKiosk(unitId: number, officer: User, head: User): Promise<void> {
  const proposed = await new ProposeChange().handle(
    {
      unitId,
      kind: 'create',
      effectiveOn: addDays(today(), -30),
      proposal: {
        class: 'occupancy.kiosk',
        facts: { name: 'كشك', street: 'شارع المحطة', width_m: 2 },
        geometry: { type: 'Point', coordinates: [30.8, 29.3] },
      },
    },
    { by: officer.asActor() }
  )
  await new DecideChange().approve(proposed.id, { by: await head.loadAccess() })
}

async function aRound(unitId: number, planner: User, surveyorId: number): Promise<number> {
  const by = planner.asActor()
  const round = await new PlanRound().create(
    unitId,
    {
      kind: 'full',
      title: 'حصر التجربة',
      cutOffOn: addDays(today(), -10),
      startsOn: addDays(today(), -10),
      endsOn: addDays(today(), 20),
      decisionNo: '1',
      decisionOn: addDays(today(), -20),
      decisionAuthority: 'المحافظ',
      scope: {},
      members: [{ role: 'chair', name: 'رئيس اللجنة' }],
    },
    { by }
  )
  await new FormTeam().handle(round.id, { name: 'فريق', userIds: [surveyorId] }, { by })
  await new StartRound().handle(round.id, { by })
  return round.id
}
