import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import AssignLines from '#registry/rounds/actions/assign_lines'
import RecordFinding from '#registry/rounds/actions/record_finding'
import { FindingConflictError, NotYourLineError } from '#registry/rounds/errors'
import { fieldLines } from '#registry/rounds/queries/field_lines'
import { roundsWaiting, toDecideCount } from '#registry/rounds/queries/waiting'
import { aHolder } from '#tests/support/holders'
import {
  aPhoto,
  aFinding,
  aRound,
  found,
  lineOf,
  type RoundWorld,
} from '#tests/support/rounds_world'

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as any
  )

const give = (world: RoundWorld, team: number, lineIds: number[]) =>
  new AssignLines().handle(
    world.round.id,
    world.teams[team]!,
    { by: 'hand', lineIds },
    { by: world.maker.asActor() }
  )

test.group('Lines given to teams', () => {
  test('lines chosen on the page go to another team, whose telephones have them at the next sync', async ({
    client,
    assert,
  }) => {
    const world = await aRound()
    const ids = await Promise.all([0, 1].map(async (index) => (await lineOf(world, index)).id))
    const url = `/registry/rounds/${world.round.id}/assignments`
    const page = await client.get(url).loginAs(world.maker)
    page.assertStatus(200)
    page.assertTextIncludes('أحمال الفرق')
    page.assertTextIncludes('أسند المختار')
    const narrowed = await client.get(`${url}?team=${world.teams[1]}`).loginAs(world.maker)
    assert.notInclude(narrowed.text(), 'كشك 1<')
    const given = await client
      .post(url)
      .loginAs(world.maker)
      .withCsrfToken()
      .redirects(0)
      .form({ 'by': 'hand', 'team_id': world.teams[1], 'ids[0]': ids[0], 'ids[1]': ids[1] })
    given.assertStatus(303)
    given.assertHeader('location', url)
    const mine = await fieldLines(world.round.id, world.people[0].id, 'all')
    const theirs = await fieldLines(world.round.id, world.people[1].id, 'all')
    assert.lengthOf(mine, 1)
    assert.lengthOf(theirs, 5)
    const reader = await aHolder(['registry.rounds.read'], { unitId: world.unitId })
    ;(await client.get(url).loginAs(reader)).assertStatus(403)
  })

  test('what the former team found offline before it knew lands, without a question when nobody was there since', async ({
    assert,
  }) => {
    const world = await aRound()
    const offline = await aFinding(world, 0)
    const line = await lineOf(world, 0)
    await give(world, 1, [line.id])
    await world.people[0].loadAccess()
    const landed = await new RecordFinding().handle(world.round.id, offline, {
      by: world.people[0],
    })
    for (let n = 0; n < offline.photos; n++) await aPhoto(world, offline, world.people[0])
    assert.isTrue(landed.isNew)
    await line.refresh()
    assert.deepInclude(line.$attributes, {
      status: 'submitted',
      teamId: world.teams[1],
      findingId: landed.finding.id,
    })
    // Another line of the second team was never theirs.
    await world.people[0].loadAccess()
    const stranger = await thrown(
      new RecordFinding().handle(world.round.id, await aFinding(world, 4), { by: world.people[0] })
    )
    assert.instanceOf(stranger, NotYourLineError)
  })

  test('where the new team was there first, the former one is shown both and decides; nothing wins silently', async ({
    assert,
  }) => {
    const world = await aRound()
    const offline = await aFinding(world, 0)
    const line = await lineOf(world, 0)
    await give(world, 1, [line.id])
    await db.rawQuery('UPDATE round_lines SET unit_id = ? WHERE id = ?', [
      world.districts[1],
      line.id,
    ])
    await found(world, 0, {}, world.people[1])
    await world.people[0].loadAccess()
    await db.rawQuery('UPDATE round_lines SET unit_id = ? WHERE id = ?', [
      world.districts[0],
      line.id,
    ])
    const conflict = await thrown(
      new RecordFinding().handle(world.round.id, offline, { by: world.people[0] })
    )
    assert.instanceOf(conflict, FindingConflictError)
    assert.equal(conflict.now.standing.by, world.people[1].fullName)
  })

  test('a line in the middle of its visits keeps them when it is given on', async ({ assert }) => {
    const world = await aRound()
    await found(world, 0, { result: 'not_found' })
    const line = await lineOf(world, 0)
    assert.equal(line.status, 'visited')
    assert.equal(await give(world, 1, [line.id]), 1)
    await line.refresh()
    assert.deepInclude(line.$attributes, { status: 'visited', visits: 1, teamId: world.teams[1] })
    const history = await db.from('round_assignments').where('line_id', line.id).orderBy('id')
    assert.deepEqual(
      history.map(({ team_id: team }) => Number(team)),
      [world.teams[0], world.teams[1]]
    )
    const changed = await thrown(
      db.rawQuery('UPDATE round_assignments SET team_id = ? WHERE line_id = ?', [
        world.teams[0],
        line.id,
      ])
    )
    assert.match(changed.message, /denied/)
  })
})

test.group('What of rounds waits for whom', () => {
  test('a counter sees what he has to visit, a supervisor what he decides, and late rounds are told', async ({
    client,
    assert,
  }) => {
    const world = await aRound({ endsOn: addDays(today(), -3), cutOffOn: addDays(today(), -10) })
    await found(world, 0)
    const [hassan] = world.people
    await hassan.loadAccess()
    const his = await roundsWaiting(hassan, today())
    assert.deepInclude(his.counting[0], { id: world.round.id, lines: 2, overdue: 3, returned: 0 })
    assert.lengthOf(his.overdue, 0)
    assert.equal(await toDecideCount(world.maker), 1)
    const late = await roundsWaiting(world.maker, today())
    assert.equal(late.overdue[0]!.id, world.round.id)

    const page = await client.get('/registry/rounds/waiting').loginAs(world.maker)
    page.assertStatus(200)
    page.assertTextIncludes('كشك 1')
    assert.notInclude(page.text(), 'كشك 2')
    page.assertTextIncludes('حصر تجاوز مدته')
    const counter = await client.get('/registry/rounds/waiting').loginAs(hassan)
    counter.assertTextIncludes('بنود لم أزرها بعد')
    assert.notInclude(counter.text(), 'حصر تجاوز مدته')
    const home = await client.get('/').loginAs(world.maker)
    home.assertTextIncludes('بنود حصر تنتظر قراري')

    const rounds = await client.get('/registry/rounds?overdue=1').loginAs(world.maker)
    rounds.assertTextIncludes(world.round.label)
    const onTime = await client.get('/registry/rounds?overdue=0').loginAs(world.maker)
    assert.notInclude(onTime.text(), `/registry/rounds/${world.round.id}"`)
    const csv = await client
      .get(`/registry/rounds?format=csv&q=${encodeURIComponent('الأكشاك')}&sort=ends_on`)
      .loginAs(world.maker)
    assert.include(csv.text(), '16%')
    const lines = await client
      .get(
        `/registry/round-lines?round=${world.round.id}&street=${encodeURIComponent('المحطة')}&sort=-asset`
      )
      .loginAs(world.maker)
    lines.assertTextIncludes('كشك 6')
    const none = await client
      .get(`/registry/round-lines?round=${world.round.id}&elsewhere=1`)
      .loginAs(world.maker)
    assert.notInclude(none.text(), 'كشك 1')
  })

  test('who counts nowhere and decides nothing sees an empty page, not other people’s rounds', async ({
    client,
  }) => {
    const world = await aRound()
    const idle = await aHolder(['registry.rounds.count'])
    const page = await client.get('/registry/rounds/waiting').loginAs(idle)
    page.assertStatus(200)
    page.assertTextIncludes('لا شيء ينتظرك في الحصر')
    ;(
      await client.get(`/registry/rounds/${world.round.id}/assignments`).loginAs(idle)
    ).assertStatus(403)
  })
})
