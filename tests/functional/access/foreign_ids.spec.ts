import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/days'
import type User from '#identity/models/user'
import RoundFinding from '#registry/models/round_finding'
import { aHolder } from '#tests/support/holders'
import { aPerson } from '#tests/support/people'
import { RECORDS } from '#tests/support/records'
import { anOffice, aParcel, propose, square, type Office } from '#tests/support/register'
import { aFinding, aRound, lineOf } from '#tests/support/rounds_world'
import { aUnit } from '#tests/support/units'

const send = (client: ApiClient, path: string, by: User, fields: object, method = 'post') =>
  client[method as 'post'](path)
    .loginAs(by)
    .withCsrfToken()
    .redirects(0)
    .accept('json')
    .form(fields)

const count = async (table: string, where: object) => {
  const [row] = await db.from(table).where(where).count('* as n')
  return Number(row.n)
}

/** Ids and codes inside a form are judged like those in an address. */
test.group('Records of others named inside a form', (group) => {
  let mine: Office
  let theirs: Office
  let foreign: number

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    mine = await anOffice()
    theirs = await anOffice()
    foreign = await aParcel(theirs)
  })
  group.tap((each) => each.timeout(60_000))

  const proposals = () => count('register_transactions', { unit_id: mine.unitId })

  test('a change of many assets with one of others among them changes none', async ({
    client,
    assert,
  }) => {
    const own = await aParcel(mine)
    const before = await proposals()
    const fields = { field: 'street', street: 'شارع', effective_on: today(), reason: 'تصحيح عام' }
    const asked = { ...fields, 'ids[0]': own, 'ids[1]': foreign }
    const answer = await send(client, '/registry/bulk-changes', mine.maker, asked)
    assert.equal(answer.status(), 404)
    assert.equal(await proposals(), before)
    assert.equal(await count('register_transactions', { unit_id: theirs.unitId }), 1)
  })

  test('decisions over many proposals, and receipts of transfers, take none of others', async ({
    client,
    assert,
  }) => {
    const { id } = await propose(theirs, 'create', {
      class: 'land.vacant',
      facts: { name: 'سري', use_actual: 'فضاء', domain: 'private' },
      geometry: square(50),
    })
    const fields = { 'ids[0]': id, 'verdict': 'refuse', 'reason': 'لا يصلح أبدًا' }
    const decided = await send(client, '/registry/transactions/decisions', mine.checker, fields)
    assert.equal(decided.status(), 404)
    const received = await send(client, '/registry/arrivals', mine.checker, {
      'ids[0]': id,
      'on': today(),
      'number': '7',
    })
    assert.equal(received.status(), 404)
    const { status } = await db.from('register_transactions').where('id', id).firstOrFail()
    assert.equal(status, 'proposed')
  })

  test('a merge names neither parcels of others nor strategic ones of the own unit', async ({
    client,
    assert,
  }) => {
    const own = await aParcel(mine)
    const secret = await aParcel(mine)
    await db.from('assets').where('id', secret).update({ security_class: 'strategic' })
    const before = await proposals()
    for (const named of [foreign, secret]) {
      const { code, name } = await db.from('assets').where('id', named).firstOrFail()
      const fields = { codes: code, intent: 'send', effective_on: today(), reason: 'ضم القطعتين' }
      const path = `/registry/assets/${own}/changes/merge`
      const answer = await send(client, path, mine.maker, fields)
      assert.equal(answer.status(), 422)
      assert.include(answer.text(), code)
      assert.notInclude(answer.text(), name ?? '—')
    }
    assert.equal(await proposals(), before)
  })

  test('a right is given to no party of another unit', async ({ client, assert }) => {
    const own = await aParcel(mine)
    const { code } = await db.from('assets').where('id', own).firstOrFail()
    const partyId = await RECORDS.parties!.make(theirs.unitId, 'مستأجر آخر')
    const { party_no: partyNo } = await db.from('parties').where('id', partyId).firstOrFail()
    const answer = await send(client, '/registry/rights', mine.maker, {
      asset_code: code,
      party_no: partyNo,
      kind: 'lease',
      valid_from: today(),
      valid_until: addDays(today(), 300),
      billing: 'monthly',
      period_amount: '100.00',
    })
    assert.equal(answer.status(), 422)
    assert.notInclude(answer.text(), 'مستأجر آخر')
    assert.equal(await count('rights', { unit_id: mine.unitId }), 0)
  })

  test('a round takes no lines, teams, people or findings of another round', async ({
    client,
    assert,
  }) => {
    const world = await aRound()
    const other = await aRound()
    const line = await lineOf(other, 0)
    const base = `/registry/rounds/${world.round.id}`
    const assigned = await send(client, `${base}/assignments`, world.maker, {
      'team_id': world.teams[1],
      'by': 'hand',
      'ids[0]': line.id,
    })
    assert.isBelow(assigned.status(), 500)
    const toOthers = await send(client, `${base}/assignments`, world.maker, {
      'team_id': other.teams[0],
      'by': 'hand',
      'ids[0]': (await lineOf(world, 0)).id,
    })
    assert.equal(toOthers.status(), 404)
    assert.equal((await lineOf(other, 0)).teamId, line.teamId)
    assert.equal((await lineOf(world, 0)).teamId, world.teams[0])

    const team = { 'name': 'فريق الغرباء', 'user_ids[0]': other.people[0].id }
    const strangers = await send(client, `${base}/teams`, world.maker, team)
    assert.equal(strangers.status(), 422)

    const finding = await aFinding(other, 0)
    const sent = await client
      .post(`${base}/field/findings`)
      .loginAs(world.people[0])
      .withCsrfToken()
      .accept('json')
      .json({ ...finding, uuid: randomUUID(), capturedAt: finding.capturedAt.toISO() } as object)
    assert.equal(sent.status(), 404)
    assert.equal(await count('round_findings', { round_id: other.round.id }), 0)
  })

  test('a reading of the coordinate doctor and a saved filter are their owner’s alone', async ({
    client,
    assert,
  }) => {
    const reading = await RECORDS.coordinate_readings!.make(theirs.unitId, 'ورقة رفع')
    const taken = `name="coordinates" value="${reading}"`
    const page = await client
      .get(`/registry/assets/create?coordinates=${reading}`)
      .loginAs(mine.maker)
    page.assertStatus(200)
    assert.notInclude(page.text(), taken)
    const own = await client
      .get(`/registry/assets/create?coordinates=${reading}`)
      .loginAs(theirs.maker)
    assert.include(own.text(), taken)
    const kept = { filter_name: 'أراضي الحوض', query: 'q=1' }
    await send(client, '/registry/saved-filters', theirs.maker, kept)
    const filters = await db.from('saved_filters').where('user_id', theirs.maker.id)
    for (const { id } of filters) {
      await send(client, `/registry/saved-filters/${id}`, mine.maker, {}, 'delete')
    }
    assert.equal(await count('saved_filters', { user_id: theirs.maker.id }), filters.length)
  })
})

/** Fields that no form has are not taken over into the record. */
test.group('Fields that a form does not have', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a proposal keeps its maker, its state and the facts of its form', async ({
    client,
    assert,
  }) => {
    const { unitId, maker, checker } = await anOffice()
    const { id: classId } = await db
      .from('asset_classes')
      .where('code', 'land.vacant')
      .firstOrFail()
    const answer = await send(client, '/registry/assets', maker, {
      unit_id: unitId,
      class_id: classId,
      intent: 'send',
      name: 'أرض',
      domain: 'private',
      use_actual: 'فضاء',
      effective_on: today(),
      status: 'approved',
      made_by: checker.id,
      decided_by: checker.id,
      code: 'HACK-1',
      record_status: 'disputed',
      version: 99,
      book_value: '1.00',
      completeness: 100,
      proposal: '{"class":"land.vacant"}',
    })
    assert.equal(answer.status(), 303)
    const change = await db.from('register_transactions').where('unit_id', unitId).firstOrFail()
    assert.deepInclude(change, { status: 'proposed', decided_by: null })
    assert.equal(Number(change.made_by), maker.id)
    const said = JSON.stringify(change.proposal)
    for (const strange of [
      'HACK-1',
      'record_status',
      'book_value',
      'completeness',
      'version":99',
    ]) {
      assert.notInclude(said, strange)
    }
  })

  test('a right stays a draft of its asset’s unit, and an account keeps password and state', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const other = await aUnit()
    const { code } = await db
      .from('assets')
      .where('id', await aParcel(office))
      .firstOrFail()
    const party = await RECORDS.parties!.make(office.unitId, 'مستأجر')
    const { party_no: partyNo } = await db.from('parties').where('id', party).firstOrFail()
    await send(client, '/registry/rights', office.maker, {
      asset_code: code,
      party_no: partyNo,
      kind: 'lease',
      valid_from: today(),
      valid_until: addDays(today(), 300),
      billing: 'monthly',
      period_amount: '100.00',
      status: 'active',
      unit_id: other,
      approved_by: office.checker.id,
      made_by: office.checker.id,
    })
    const right = await db.from('rights').where('unit_id', office.unitId).firstOrFail()
    assert.equal(right.status, 'draft')

    const admin = await aHolder(['identity.people.manage', 'identity.people.read'], {
      unitId: office.unitId,
    })
    const person = await aPerson({ unitId: office.unitId })
    const before = await db.from('users').where('id', person.id).firstOrFail()
    const path = `/people/${person.id}`
    await send(
      client,
      path,
      admin,
      {
        email: before.email,
        full_name: 'اسم مصحح',
        home_unit_id: office.unitId,
        password: 'Hacked-123456',
        must_change_password: 0,
        status: 'suspended',
        id: 1,
      },
      'put'
    )
    const after = await db.from('users').where('id', person.id).firstOrFail()
    assert.equal(after.full_name, 'اسم مصحح')
    const { password, status, must_change_password: must } = before
    assert.deepInclude(after, { password, status, must_change_password: must })
  })
})

/** A telephone whose clock lies, and one that sends again what was sent. */
test.group('The field: clocks and repetitions', () => {
  test('a finding of tomorrow, of a year ago or of no time at all is not taken as it says', async ({
    client,
    assert,
  }) => {
    const world = await aRound()
    const finding = await aFinding(world, 0)
    const post = async (capturedAt: string, uuid = randomUUID() as string) =>
      client
        .post(`/registry/rounds/${world.round.id}/field/findings`)
        .loginAs(world.people[0])
        .withCsrfToken()
        .accept('json')
        .json({ ...finding, uuid, capturedAt } as object)
    const at = (days: number) => `${addDays(today(), days)}T10:00:00.000Z`
    for (const lie of [
      'not a time',
      '',
      '0000-00-00',
      '99999-01-01T00:00:00Z',
      '2026-13-45T99:00:00Z',
    ]) {
      const answer = await post(lie)
      assert.equal(answer.status(), 422, `${lie}: ${answer.text().slice(0, 200)}`)
    }
    assert.equal(await count('round_findings', { round_id: world.round.id }), 0)

    const uuid = randomUUID()
    assert.equal((await post(at(5), uuid)).status(), 201)
    assert.equal((await post(at(5), uuid)).status(), 200, 'again it is the same finding')
    const kept = await RoundFinding.query().where('client_uuid', uuid).firstOrFail()
    assert.isAtMost(kept.capturedAt.toMillis(), Date.now(), 'nobody found it after it came in')

    const other = await aFinding(world, 1)
    const early = await client
      .post(`/registry/rounds/${world.round.id}/field/findings`)
      .loginAs(world.people[0])
      .withCsrfToken()
      .accept('json')
      .json({ ...other, capturedAt: at(-400) } as object)
    assert.equal(early.status(), 201)
    assert.include(JSON.stringify(early.body().flags), 'خارج مدة الحصر')
  })

  test('twenty telephones send one finding at once: it lands once', async ({ client, assert }) => {
    const world = await aRound()
    const finding = await aFinding(world, 0)
    const body = { ...finding, capturedAt: finding.capturedAt.toISO() }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client
          .post(`/registry/rounds/${world.round.id}/field/findings`)
          .loginAs(world.people[0])
          .withCsrfToken()
          .accept('json')
          .json(body as object)
      )
    )
    const statuses = answers.map((answer) => answer.status())
    assert.lengthOf(
      statuses.filter((status) => status === 201),
      1,
      statuses.join()
    )
    assert.isTrue(
      statuses.every((status) => status < 500 || status === 503),
      statuses.join()
    )
    assert.equal(await count('round_findings', { client_uuid: finding.uuid }), 1)
  })
})
