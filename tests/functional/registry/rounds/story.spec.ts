import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import Round from '#registry/models/round'
import RoundFinding from '#registry/models/round_finding'
import type RoundLine from '#registry/models/round_line'
import { assetAsOf } from '#registry/register/as_of'
import { StaleAssetError } from '#registry/register/errors'
import ApproveRound from '#registry/rounds/actions/approve_round'
import AssignLines from '#registry/rounds/actions/assign_lines'
import CloseRound from '#registry/rounds/actions/close_round'
import DecideLine, { type LineDecision } from '#registry/rounds/actions/decide_line'
import FormTeam from '#registry/rounds/actions/form_team'
import PlanRound from '#registry/rounds/actions/plan_round'
import ProposeDifferences from '#registry/rounds/actions/propose_differences'
import RecordFinding from '#registry/rounds/actions/record_finding'
import StartRound, { hashOfLines } from '#registry/rounds/actions/start_round'
import {
  FieldRecordError,
  FindingConflictError,
  FlaggedLineError,
  NotYourLineError,
  OwnFindingError,
  ReasonMissingError,
  RoundNotReadyError,
  RoundOpenError,
  TooFewVisitsError,
  UuidReusedError,
  WrongDecisionError,
} from '#registry/rounds/errors'
import { figuresOf, teamFigures } from '#registry/rounds/queries/figures'
import { aPerson } from '#tests/support/people'
import { anOffice, assetRow, change, newGround, outputOf } from '#tests/support/register'
import {
  aFinding,
  aKiosk,
  aPhoto,
  aRound,
  found,
  lineOf,
  noon,
  plan,
  spot,
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
  note?: string,
  by: User = world.maker
) {
  const asset = line.assetId ? await assetRow(line.assetId) : null
  return new DecideLine().handle(
    line.id,
    { decision, note, assetVersion: asset?.version ?? null },
    { by }
  )
}

const record = (world: RoundWorld, input: any, by: User) =>
  new RecordFinding().handle(world.round.id, input, { by })

test.group('Rounds | the whole story', () => {
  test('two teams count six kiosks: found, different, gone twice, disputed and one extra; one approval posts it', async ({
    assert,
  }) => {
    const world = await aRound()
    const [hassan, ali] = world.people
    assert.equal(world.round.linesCount, 6)

    await found(world, 0)
    await found(world, 1, { result: 'different', facts: { width_m: '3.5', name: 'كشك الأمانة' } })
    await found(world, 2)
    const day = (back: number) => ({ capturedAt: noon(addDays(today(), -back)) })
    const once = await found(world, 3, { result: 'not_found', ...day(5) })
    assert.equal(once.status, 'visited')
    const twice = await found(world, 3, { result: 'not_found', ...day(2) })
    assert.equal(twice.status, 'submitted')
    assert.equal(twice.visits, 2)
    await found(world, 4)
    await found(world, 5)
    const extraInput = {
      ...(await aFinding(world, 5)),
      uuid: randomUUID(),
      lineId: null,
      result: 'extra' as const,
      classId: (await db.from('asset_classes').where('code', 'occupancy.kiosk').firstOrFail()).id,
      unitId: world.districts[1],
      facts: { name: 'كشك بلا ترخيص', street: 'شارع السوق', width_m: '1.5' },
      baseVersion: null,
      lineVersion: null,
      photos: 1,
    }
    const { line: extra } = await record(world, extraInput, ali)
    await aPhoto(world, extraInput, ali)
    await extra.refresh()
    assert.equal(extra.status, 'extra_found')
    assert.isTrue(extra.isExtra)

    await decide(world, await lineOf(world, 0), 'verified')
    await decide(world, await lineOf(world, 1), 'verified')
    await decide(world, await lineOf(world, 2), 'disputed', 'نزاع على الملكية مع مصلحة السكك')
    await decide(world, await lineOf(world, 3), 'not_found')
    await decide(world, await lineOf(world, 4), 'verified')
    await decide(world, await lineOf(world, 5), 'verified')
    await decide(world, extra, 'verified')

    const early = await thrown(new ApproveRound().handle(world.round.id, { by: world.checker }))
    assert.instanceOf(early, RoundNotReadyError)
    assert.lengthOf(early.facts.lines, 4)
    const changes = await new ProposeDifferences().handle(world.round.id, {
      by: world.maker.asActor(),
    })
    assert.equal(changes, 4)
    const again = await new ProposeDifferences().handle(world.round.id, {
      by: world.maker.asActor(),
    })
    assert.equal(again, 0)
    const self = await thrown(new ApproveRound().handle(world.round.id, { by: world.maker }))
    assert.instanceOf(self, SelfApprovalError)
    assert.equal((await assetRow(world.kiosks[1]!)).name, 'كشك 2')

    const done = await new ApproveRound().handle(world.round.id, { by: world.checker })
    assert.deepInclude(done, { posted: 7, changes: 4 })
    assert.deepInclude(await assetRow(world.kiosks[1]!), { name: 'كشك الأمانة', width_m: '3.50' })
    assert.equal((await assetRow(world.kiosks[2]!)).record_status, 'disputed')
    assert.equal((await assetRow(world.kiosks[3]!)).life_status, 'lost')
    await extra.refresh()
    const made = await assetRow(extra.assetId!)
    assert.deepInclude(made, { name: 'كشك بلا ترخيص', unit_id: world.districts[1] })
    const photos = await db
      .from('document_links')
      .where({ subject_type: 'asset', subject_id: extra.assetId! })
    assert.lengthOf(photos, 1)
    assert.equal((await assetAsOf(world.kiosks[1]!, { on: addDays(today(), -1) }))!.name, 'كشك 2')

    const closed = await new CloseRound().handle(world.round.id, { by: world.maker.asActor() })
    assert.equal(closed.status, 'closed')
    const figures = await figuresOf(world.round.id)
    assert.deepInclude(figures, { total: 7, frozen: 6, flagged: 0, desk: 0 })
    assert.deepEqual(figures.states, { posted: 7 })
    assert.deepEqual(figures.outcomes, { found: 4, different: 1, not_found: 1, extra: 1 })
    const [one, two] = await teamFigures(world.round.id)
    assert.deepInclude(one, { name: 'فريق 1', total: 3, seen: 3, decided: 3, different: 1 })
    assert.deepInclude(two, { name: 'فريق 2', total: 4, missing: 1, extra: 1 })
    assert.deepEqual(one!.people, [hassan.fullName])
    const late = await thrown(record(world, await aFinding(world, 0), hassan))
    assert.equal(late.code, 'E_ROUND_NOT_RUNNING')
  })

  test('what is expected is frozen at the start and its fingerprint tells', async ({ assert }) => {
    const world = await aRound()
    await change({ ...world, unitId: world.districts[0] }, 'correction', {
      asset_id: world.kiosks[0],
      facts: { name: 'اسم بعد البدء' },
    })
    const line = await lineOf(world, 0)
    assert.equal(line.expectedFacts.name, 'كشك 1')
    assert.equal(line.baseVersion, 1)
    const fresh = await Round.findOrFail(world.round.id)
    const now = await db.transaction((trx) => hashOfLines(world.round.id, trx))
    assert.isTrue(fresh.scopeHash!.equals(now.hash))
    await db.from('round_lines').where('id', line.id).update({ expected: '{"name":"x"}' })
    const altered = await db.transaction((trx) => hashOfLines(world.round.id, trx))
    assert.isFalse(fresh.scopeHash!.equals(altered.hash))
  })

  test('the scope is the classes with all below them, the units chosen, and no restricted asset', async ({
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const at = (index: number) => spot(ground, index)
    await aKiosk(office, { unitId: office.unitId, name: 'أ', at: at(0) })
    const secret = await aKiosk(office, { unitId: office.unitId, name: 'ب', at: at(1) })
    await db.from('assets').where('id', secret).update({ security_class: 'strategic' })
    await outputOf(
      await change(office, 'create', {
        class: 'land.vacant',
        facts: { name: 'أرض' },
        geometry: null,
      })
    )
    const { id: occupancy } = await db
      .from('asset_classes')
      .where('code', 'occupancy')
      .select('id')
      .firstOrFail()
    const by = office.maker.asActor()
    const round = await new PlanRound().create(
      office.unitId,
      plan({ scope: { classIds: [occupancy] } }),
      { by }
    )
    const started = await new StartRound().handle(round.id, { by })
    assert.deepEqual([started.linesCount, started.restrictedLeftOut], [1, 1])
    assert.equal(started.status, 'running')
    const empty = await new PlanRound().create(
      office.unitId,
      plan({ scope: { unitIds: [999_999_999] } }),
      { by }
    )
    assert.instanceOf(await thrown(new StartRound().handle(empty.id, { by })), RoundNotReadyError)
    assert.instanceOf(await thrown(new StartRound().handle(started.id, { by })), TransitionError)
  })
})

test.group('Rounds | what comes from the field', () => {
  test('the same finding twice lands once; another content under its uuid is refused', async ({
    assert,
  }) => {
    const world = await aRound()
    const [hassan] = world.people
    const input = await aFinding(world, 0)
    const [one, two] = await Promise.all([
      record(world, input, hassan),
      record(world, input, hassan).catch((error) => error),
    ])
    const third = await record(world, input, hassan)
    assert.isFalse(third.isNew)
    assert.equal(third.finding.id, one.finding.id)
    if ('finding' in two) assert.equal(two.finding.id, one.finding.id)
    const kept = await RoundFinding.query().where('client_uuid', input.uuid)
    assert.lengthOf(kept, 1)
    const other = await thrown(record(world, { ...input, note: 'شيء آخر' }, hassan))
    assert.instanceOf(other, UuidReusedError)
  })

  test('a photograph lands once, and the line waits for all that were promised', async ({
    assert,
  }) => {
    const world = await aRound()
    const [hassan, ali] = world.people
    const input = await aFinding(world, 0, { photos: 2 })
    await record(world, input, hassan)
    await aPhoto(world, input, hassan)
    assert.equal((await lineOf(world, 0)).status, 'visited')
    assert.instanceOf(await thrown(aPhoto(world, input, ali)), NotYourLineError)
    await aPhoto(world, input, hassan)
    const line = await lineOf(world, 0)
    assert.equal(line.status, 'submitted')
    assert.isFalse(line.isFlagged)
  })

  test('another team, a person of no team and another unit are refused', async ({ assert }) => {
    const world = await aRound()
    const [, ali] = world.people
    const input = await aFinding(world, 0)
    const otherTeam = await thrown(record(world, input, ali))
    assert.instanceOf(otherTeam, NotYourLineError)
    assert.equal(otherTeam.facts.why, 'team')
    const stranger = await aPerson({ unitId: world.unitId, roles: ['surveyor'] })
    assert.equal((await thrown(record(world, input, stranger))).facts.why, 'none')
    const line = await lineOf(world, 0)
    await new AssignLines().handle(
      world.round.id,
      world.teams[1],
      { by: 'hand', lineIds: [line.id] },
      { by: world.maker.asActor() }
    )
    const moved = await aFinding(world, 0)
    assert.equal((await thrown(record(world, moved, ali))).facts.why, 'unit')
  })

  test('R23: an asset that changed meanwhile comes back as a conflict with what stands now', async ({
    assert,
  }) => {
    const world = await aRound()
    const [hassan] = world.people
    const input = await aFinding(world, 0, { result: 'different', facts: { name: 'كشك الهاتف' } })
    await change({ ...world, unitId: world.districts[0] }, 'correction', {
      asset_id: world.kiosks[0],
      facts: { name: 'كشك المكتب' },
    })
    const error = await thrown(record(world, input, hassan))
    assert.instanceOf(error, FindingConflictError)
    assert.equal(error.status, 409)
    assert.deepInclude(error.facts, { rule: 'R23', what: 'asset', assetVersion: 2 })
    assert.equal(error.facts.facts.name, 'كشك المكتب')
    assert.lengthOf(await RoundFinding.query().where('line_id', input.lineId!), 0)
    const kept = await record(world, { ...input, baseVersion: 2 }, hassan)
    assert.equal((kept.finding.facts as any).name, 'كشك الهاتف')
    const line = await thrown(
      record(world, { ...input, uuid: randomUUID(), baseVersion: 2 }, hassan)
    )
    assert.deepInclude(line.facts, { what: 'line' })
    assert.equal(line.facts.standing.by, hassan.fullName)
  })

  test('R21 passes a record on the spot and marks a poor one, which needs a reason to be verified', async ({
    assert,
  }) => {
    const world = await aRound()
    const good = await found(world, 0)
    assert.deepEqual(good.flags, [])
    assert.isFalse(good.isFlagged)

    const poor = await aFinding(world, 1, { photos: 0, capturedAt: noon(addDays(today(), -15)) })
    poor.position = { ...poor.position!, accuracyM: 25, longitude: poor.position!.longitude + 0.01 }
    const { line } = await record(world, poor, world.people[0])
    await line.refresh()
    assert.deepEqual(
      line.standingFlags.map(({ rule, severity, facts }) => [rule, severity, facts.what]),
      [
        ['R21', 'medium', 'accuracy'],
        ['R21', 'medium', 'distance'],
        ['R21', 'medium', 'time'],
        ['R21', 'medium', 'photos'],
      ]
    )
    assert.include(line.standingFlags[0]!.messages.en, '25 m; the limit of its class is 10 m')
    assert.instanceOf(await thrown(decide(world, line, 'verified')), FlaggedLineError)
    const done = await decide(world, line, 'verified', 'مصدق عليه بصورة من كاميرا الحي')
    assert.equal(done.status, 'verified')

    const old = await aFinding(world, 2)
    await record(world, old, world.people[0])
    await aPhoto(world, old, world.people[0], addDays(today(), -40))
    const stray = await lineOf(world, 2)
    assert.deepEqual(
      stray.standingFlags.map(({ facts }) => facts.what),
      ['photo_time']
    )
  })

  test('R21 refuses a made-up position, and a missing one without a reason; a desk check says why', async ({
    assert,
  }) => {
    const world = await aRound()
    const [hassan] = world.people
    const input = await aFinding(world, 0, { photos: 0 })
    const mocked = { ...input, position: { ...input.position!, mocked: true } }
    const refused = await thrown(record(world, mocked, hassan))
    assert.instanceOf(refused, FieldRecordError)
    assert.deepInclude(refused.facts, { rule: 'R21', what: 'mocked' })
    const none = await thrown(record(world, { ...input, position: null }, hassan))
    assert.equal(none.facts.what, 'no_position')
    const deskReason = 'المكان غير آمن، فُحص من صورة جوية'
    const gone = { ...input, position: null, deskReason, result: 'not_found' }
    assert.equal((await thrown(record(world, gone, hassan))).facts.what, 'desk_not_found')
    const { line } = await record(world, { ...input, position: null, deskReason }, hassan)
    assert.equal(line.status, 'submitted')
    assert.equal(line.visits, 0)
    assert.include(
      line.standingFlags.map(({ facts }) => facts.what),
      'desk'
    )
  })

  test('findings and their photographs are never changed or taken away', async ({ assert }) => {
    const world = await aRound()
    const line = await found(world, 0)
    const edit = await thrown(
      db.from('round_findings').where('id', line.findingId!).update({ note: 'x' })
    )
    assert.match(edit.message, /append-only|denied/)
    const removal = await thrown(
      db.from('round_photos').where('finding_id', line.findingId!).delete()
    )
    assert.match(removal.message, /append-only|denied/)
  })
})

test.group('Rounds | decisions and the end', () => {
  test('R22: one day without it does not make it gone; a line not gone is not decided as gone', async ({
    assert,
  }) => {
    const world = await aRound()
    const gone = { result: 'not_found' as const, photos: 0 }
    const line = await found(world, 0, gone)
    assert.equal(line.status, 'visited')
    assert.instanceOf(await thrown(decide(world, line, 'not_found')), TransitionError)
    const sameDay = await found(world, 0, gone)
    assert.equal(sameDay.status, 'visited', 'two visits of one day are one')
    await db.from('round_lines').where('id', line.id).update({ status: 'submitted' })
    const few = await thrown(
      decide(world, await lineOf(world, 0), 'not_found', 'ملاحظات مقبولة من المشرف')
    )
    assert.instanceOf(few, TooFewVisitsError)
    assert.deepInclude(few.facts, { rule: 'R22', visits: 1, needed: 2 })
    const there = await found(world, 1)
    assert.instanceOf(await thrown(decide(world, there, 'not_found')), WrongDecisionError)
  })

  test('R22: a round with unassigned or undecided lines is not closed; with all posted it is', async ({
    assert,
  }) => {
    const world = await aRound()
    const close = () => new CloseRound().handle(world.round.id, { by: world.maker.asActor() })
    const open = await thrown(close())
    assert.instanceOf(open, RoundOpenError)
    assert.deepEqual(
      open.findings.map(({ rule, severity, facts }: any) => [rule, severity, facts]),
      [['R22', 'critical', { status: 'assigned', lines: 6 }]]
    )
    for (let index = 0; index < 6; index++) {
      await decide(world, await found(world, index), 'verified')
    }
    assert.deepEqual((await thrown(close())).findings[0].facts, { status: 'verified', lines: 6 })
    await new ApproveRound().handle(world.round.id, { by: world.checker })
    assert.equal((await close()).status, 'closed')
  })

  test('who counted does not verify; a return and a dispute say why; a returned line comes again', async ({
    assert,
  }) => {
    const world = await aRound()
    const line = await found(world, 0)
    assert.instanceOf(
      await thrown(decide(world, line, 'verified', undefined, world.people[0])),
      OwnFindingError
    )
    assert.instanceOf(await thrown(decide(world, line, 'returned')), ReasonMissingError)
    await decide(world, line, 'returned', 'الصورة لمكان آخر')
    const again = await found(world, 0)
    assert.equal(again.status, 'submitted')
    assert.isNull(again.decisionNote)
    assert.equal((await decide(world, again, 'verified')).status, 'verified')
  })

  test('R23: a decision made on an older version of the asset is refused, and so is an approval', async ({
    assert,
  }) => {
    const world = await aRound()
    const line = await found(world, 0, { result: 'different', facts: { width_m: '4' } })
    const district = { ...world, unitId: world.districts[0] }
    const rename = (name: string) =>
      change(district, 'correction', { asset_id: world.kiosks[0], facts: { name } })
    await rename('تغيير أول')
    const stale = await thrown(
      new DecideLine().handle(
        line.id,
        { decision: 'verified', assetVersion: 1 },
        { by: world.maker }
      )
    )
    assert.instanceOf(stale, StaleAssetError)
    await decide(world, line, 'verified')
    await new ProposeDifferences().handle(world.round.id, { by: world.maker.asActor() })
    await rename('تغيير ثان')
    const late = await thrown(new ApproveRound().handle(world.round.id, { by: world.checker }))
    assert.instanceOf(late, StaleAssetError)
    assert.equal((await assetRow(world.kiosks[0]!)).width_m, '2.00')
    assert.equal((await lineOf(world, 0)).status, 'verified')
  })

  test('a person counts in one team only, and only who may count', async ({ assert }) => {
    const world = await aRound()
    const by = world.maker.asActor()
    const form = (userIds: number[]) =>
      new FormTeam().handle(world.round.id, { name: 'فريق 3', userIds }, { by })
    assert.instanceOf(await thrown(form([world.people[0].id])), RoundNotReadyError)
    const outsider = await aPerson({ unitId: world.unitId, roles: ['cashier'] })
    assert.instanceOf(await thrown(form([outsider.id])), RoundNotReadyError)
    assert.instanceOf(await thrown(form([])), RoundNotReadyError)
  })
})
