import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import type RoundLine from '#registry/models/round_line'
import { StaleAssetError } from '#registry/register/errors'
import ApproveRound from '#registry/rounds/actions/approve_round'
import DecideLine, { type LineDecision } from '#registry/rounds/actions/decide_line'
import ProposeDifferences from '#registry/rounds/actions/propose_differences'
import RecordFinding from '#registry/rounds/actions/record_finding'
import ReturnLines from '#registry/rounds/actions/return_lines'
import { CountedError, FieldRecordError, RoundNotReadyError } from '#registry/rounds/errors'
import { minutesList, reconciledByClass } from '#registry/rounds/queries/minutes_figures'
import { aHolder } from '#tests/support/holders'
import { aPerson } from '#tests/support/people'
import { assetRow, change } from '#tests/support/register'
import {
  aFinding,
  aPhoto,
  aRound,
  found,
  lineOf,
  noon,
  type RoundWorld,
} from '#tests/support/rounds_world'

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as any
  )

async function decide(
  world: RoundWorld,
  line: RoundLine,
  decision: LineDecision,
  note = 'راجعت الصور والموقع'
) {
  const asset = line.assetId ? await assetRow(line.assetId) : null
  return new DecideLine().handle(
    line.id,
    { decision, note, assetVersion: asset?.version ?? null },
    { by: world.maker }
  )
}

/** Found elsewhere, different, gone, as recorded, disputed, as recorded; and one that nobody had. */
async function aCountedRound() {
  const world = await aRound()
  const first = await assetRow(world.kiosks[0]!)
  const at = {
    latitude: Number(first.latitude) + 0.002,
    longitude: Number(first.longitude),
    accuracyM: 4,
    mocked: false,
  }
  await found(world, 0, { result: 'different', elsewhere: true, position: at })
  await found(world, 1, { result: 'different', facts: { width_m: '3.5' } })
  await found(world, 2, { result: 'not_found', capturedAt: noon(addDays(today(), -4)) })
  await found(world, 2, { result: 'not_found', capturedAt: noon(addDays(today(), -1)) })
  await found(world, 3)
  await found(world, 4)
  await found(world, 5)
  const extra = {
    ...(await aFinding(world, 5)),
    uuid: randomUUID(),
    lineId: null,
    result: 'extra' as const,
    classId: (await db.from('asset_classes').where('code', 'occupancy.kiosk').firstOrFail()).id,
    unitId: world.districts[1],
    facts: { name: 'كشك بلا ترخيص', street: 'شارع السوق' },
    baseVersion: null,
    lineVersion: null,
    photos: 1,
  }
  const { line } = await new RecordFinding().handle(world.round.id, extra, { by: world.people[1] })
  await aPhoto(world, extra, world.people[1])
  for (const index of [0, 1, 3, 5]) await decide(world, await lineOf(world, index), 'verified')
  await decide(world, await lineOf(world, 2), 'not_found')
  await decide(world, await lineOf(world, 4), 'disputed', 'نزاع مع مصلحة الطرق')
  await decide(world, await line.refresh(), 'verified')
  return { world, extra: line, at }
}

const propose = (world: RoundWorld) =>
  new ProposeDifferences().handle(world.round.id, { by: world.maker.asActor() as never })

const approve = (world: RoundWorld, by: User = world.checker) =>
  new ApproveRound().handle(world.round.id, { by })

test.group('The minutes of a round', () => {
  test('the committee reads balance, deficit, surplus and what differs by class, with its signatures', async ({
    client,
    assert,
  }) => {
    const { world } = await aCountedRound()
    await propose(world)
    await db.table('valuations').insert(await aValuation(world))
    const balance = await reconciledByClass(world.round.id, 'ar')
    assert.deepEqual(
      balance.map((row) => [
        row.expected,
        row.found,
        row.missing,
        row.extra,
        row.unseen,
        row.missing_worth,
      ]),
      [[6, 5, 1, 1, 0, '45000.00']]
    )
    const words = { locale: 'ar' as const, t: (key: string, data?: any) => `${key} ${data?.after}` }
    const missing = await minutesList(world.round.id, 'missing', words)
    assert.lengthOf(missing, 1)
    assert.equal(missing[0]!.worth, '45000.00')
    assert.lengthOf(missing[0]!.visits.split('، '), 2, 'both days are told')
    assert.include((await minutesList(world.round.id, 'different', words))[0]!.differences, '3.5')
    for (const [name, count] of [
      ['extra', 1],
      ['elsewhere', 1],
      ['disputed', 1],
      ['idle', 0],
    ] as const) {
      assert.lengthOf(await minutesList(world.round.id, name, words), count, name)
    }
    await mkdir(app.tmpPath(), { recursive: true })
    for (const locale of ['ar', 'en']) {
      const minutes = await client
        .get(`/registry/rounds/${world.round.id}/minutes`)
        .withPlainCookie('locale', locale)
        .loginAs(world.maker)
      minutes.assertHeader('content-type', 'application/pdf')
      await writeFile(app.tmpPath(`round-minutes-${locale}.pdf`), minutes.body())
    }
    const results = await client
      .get(`/registry/round-lines?round=${world.round.id}&format=pdf`)
      .loginAs(world.maker)
    await writeFile(app.tmpPath('round-results.pdf'), results.body())
  })
})

async function aValuation(world: RoundWorld) {
  const gone = world.kiosks[2]!
  const unit = (await assetRow(gone)).unit_id
  return {
    unit_id: unit,
    asset_id: gone,
    basis: 'market',
    amount: '45000.00',
    valued_on: addDays(today(), -30),
    valid_until: addDays(today(), 300),
    method: 'comparison',
    status: 'approved',
    made_by: world.maker.id,
    decided_by: world.checker.id,
    decided_at: `${today()} 08:00:00`,
    document_hash: Buffer.alloc(32, 1),
  }
}

test.group('The one approval of a round', () => {
  test('its page shows every difference by kind with before and after and its photographs, and posts all at once', async ({
    client,
    assert,
  }) => {
    const { world, extra, at } = await aCountedRound()
    const url = `/registry/rounds/${world.round.id}`
    const before = await client.get(`${url}/approval`).loginAs(world.checker)
    before.assertTextIncludes('تُعد الفروق أولًا')
    assert.equal(await propose(world), 5)
    const page = await client.get(`${url}/approval`).loginAs(world.checker)
    page.assertStatus(200)
    for (const said of [
      'وُجدت في غير مكانها',
      'لم توجد بعد زيارتين',
      'بيانات مختلفة',
      'زائدة عن السجل',
      'متنازع عليها',
      '3.5',
      'كشك بلا ترخيص',
      'اعتمد النتائج ورحّلها',
    ]) {
      page.assertTextIncludes(said)
    }
    assert.equal(page.text().split('class="approval-line"').length - 1, 5)
    assert.include(page.text(), '/file"')

    const posted = await client
      .post(`${url}/approval`)
      .loginAs(world.checker)
      .withCsrfToken()
      .redirects(0)
    posted.assertStatus(303)
    const moved = await assetRow(world.kiosks[0]!)
    assert.equal(Number(moved.latitude).toFixed(5), at.latitude.toFixed(5))
    assert.equal((await assetRow(world.kiosks[1]!)).width_m, '3.50')
    assert.equal((await assetRow(world.kiosks[2]!)).life_status, 'lost')
    assert.equal((await assetRow(world.kiosks[4]!)).record_status, 'disputed')
    assert.isNotNull((await extra.refresh()).assetId)
    const states = await db
      .from('round_lines')
      .where('round_id', world.round.id)
      .groupBy('status')
      .select('status')
      .count('* as n')
    assert.deepEqual(
      states.map(({ status, n }) => [status, Number(n)]),
      [['posted', 7]]
    )
  })

  test('one line that cannot be posted leaves the whole register and every line as they were', async ({
    assert,
  }) => {
    const { world } = await aCountedRound()
    await propose(world)
    // Planted: the fifth change is made on a version that the office has overtaken.
    await change({ ...world, unitId: world.districts[1] }, 'correction', {
      asset_id: world.kiosks[4],
      facts: { landmark: 'أمام المحطة' },
    })
    const picture = async () => ({
      lines: await db.from('round_lines').where('round_id', world.round.id).orderBy('id'),
      assets: await db.from('assets').whereIn('id', world.kiosks).orderBy('id'),
      changes: await db
        .from('register_transactions')
        .where({ source_type: 'round', source_id: world.round.id })
        .orderBy('id'),
      log: await db.from('asset_changes').whereIn('asset_id', world.kiosks).orderBy('id'),
      approvals: await db.from('approvals').where('subject_type', 'round').orderBy('id'),
      round: await db.from('rounds').where('id', world.round.id).first(),
    })
    const before = await picture()
    const error = await thrown(approve(world))
    assert.instanceOf(error, StaleAssetError)
    assert.deepEqual(await picture(), before)

    // It goes back to its team; the rest is posted.
    const line = await lineOf(world, 4)
    await new ReturnLines().handle(
      world.round.id,
      { lineIds: [line.id], reason: 'تغير القيد أثناء الحصر، يعاد فحصه' },
      { by: world.checker }
    )
    assert.deepInclude(await approve(world), { posted: 6, changes: 4 })
    assert.equal((await lineOf(world, 4)).status, 'returned')
  })

  test('a refused line goes back with its reason, its transaction is refused, and a recount comes to approval again', async ({
    client,
    assert,
  }) => {
    const { world } = await aCountedRound()
    await propose(world)
    const line = await lineOf(world, 1)
    const url = `/registry/rounds/${world.round.id}`
    const silent = await thrown(
      new ReturnLines().handle(
        world.round.id,
        { lineIds: [line.id], reason: 'لا' },
        { by: world.checker }
      )
    )
    assert.equal(silent.constructor.code, 'E_REASON_MISSING')
    const none = await thrown(
      new ReturnLines().handle(
        world.round.id,
        { lineIds: [], reason: 'بلا بنود مختارة' },
        { by: world.checker }
      )
    )
    assert.instanceOf(none, RoundNotReadyError)
    const back = await client
      .post(`${url}/returns`)
      .loginAs(world.checker)
      .withCsrfToken()
      .redirects(0)
      .form({ 'ids[0]': line.id, 'reason': 'الصورة لا تظهر العرض' })
    back.assertStatus(303)
    await line.refresh()
    assert.deepInclude(line.$attributes, {
      status: 'returned',
      decisionNote: 'الصورة لا تظهر العرض',
    })
    const told = await client.get(`${url}/field/lines`).loginAs(world.people[0]).accept('json')
    assert.equal(told.body().lines[0].note, 'الصورة لا تظهر العرض')
    const refused = await db
      .from('round_changes as c')
      .join('register_transactions as t', 't.id', 'c.transaction_id')
      .where('c.line_id', line.id)
      .select('t.status')
    assert.deepEqual(refused, [{ status: 'refused' }])

    await found(world, 1, { result: 'different', facts: { width_m: '3.25' } })
    await decide(world, await lineOf(world, 1), 'verified')
    assert.equal(await propose(world), 1)
    await approve(world)
    assert.equal((await assetRow(world.kiosks[1]!)).width_m, '3.25')
  })

  test('R19: neither who planned, nor who counted, nor who decided approves; another does', async ({
    client,
    assert,
  }) => {
    const { world } = await aCountedRound()
    await propose(world)
    assert.instanceOf(await thrown(approve(world, world.maker)), SelfApprovalError)
    const counter = await aPerson({
      unitId: world.unitId,
      roles: ['surveyor', 'property_head'],
    })
    await db.table('round_team_members').insert({
      round_id: world.round.id,
      team_id: world.teams[0],
      user_id: counter.id,
      is_leader: 0,
    })
    await counter.loadAccess()
    assert.instanceOf(await thrown(approve(world, counter)), CountedError)
    const page = await client.get(`/registry/rounds/${world.round.id}/approval`).loginAs(counter)
    page.assertTextIncludes('أنت من فرق هذا الحصر')
    page.assertTextIncludes('كشك 2')
    const reader = await aHolder(['registry.rounds.read'], { unitId: world.unitId })
    const closed = await client.get(`/registry/rounds/${world.round.id}/approval`).loginAs(reader)
    closed.assertStatus(403)
    assert.deepInclude(await approve(world), { posted: 7 })
  })

  test('ground recorded by its boundary is not moved by a telephone', async ({ assert }) => {
    const world = await aRound()
    const line = await lineOf(world, 0)
    await db.rawQuery(
      "UPDATE asset_shapes SET shape = ST_GeomFromText('POLYGON((31 26, 31.001 26, 31.001 26.001, 31 26))') WHERE asset_id = ?",
      [line.assetId!]
    )
    const error = await thrown(found(world, 0, { result: 'different', elsewhere: true }))
    assert.instanceOf(error, FieldRecordError)
    assert.equal(error.facts.what, 'elsewhere')
  })
})
