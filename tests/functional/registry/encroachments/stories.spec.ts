import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { today, type Day } from '#core/days'
import { Money } from '#core/money'
import { within } from '#core/within'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import CarryOutRemoval from '#registry/encroachments/actions/carry_out_removal'
import ConcludeLegalisation from '#registry/encroachments/actions/conclude_legalisation'
import DecideLegalisation from '#registry/encroachments/actions/decide_legalisation'
import EstablishFacts from '#registry/encroachments/actions/establish_facts'
import GoToCourt from '#registry/encroachments/actions/go_to_court'
import OrderRemoval from '#registry/encroachments/actions/order_removal'
import ReopenCase from '#registry/encroachments/actions/reopen_case'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import { casesAsOf } from '#registry/encroachments/queries/cases_as_of'
import EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'
import RemovalOrder from '#registry/models/removal_order'
import { ago, CasesWorld } from '#tests/support/cases_world'
import { aParcel, freshGround, rectangle } from '#tests/support/parcels'

const statesOf = async (caseId: number) =>
  (await db.from('encroachment_steps').where('case_id', caseId).orderBy('id')).map(
    ({ to_status: to }) => to
  )

test.group('Stories of encroachment cases', (group) => {
  let world: CasesWorld

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await CasesWorld.make()
  })

  test('A: from detection through order, notice and execution to a clear site, each by its own person', async ({
    assert,
  }) => {
    const { id } = await world.at('removed')
    assert.deepEqual(await statesOf(id), [
      ...['detected', 'unlawful', 'inspected', 'minuted', 'manifest', 'ordered', 'issued'],
      ...['notified', 'scheduled', 'executed', 'restored', 'handed_over', 'removed'],
    ])
    const order = await RemovalOrder.findByOrFail('caseId', id)
    assert.containSubset(order.$attributes, {
      madeBy: world.officer.id,
      surveyorId: world.surveyor.id,
      issuedBy: world.head.id,
      executedBy: world.executor.id,
      reinspectedBy: world.surveyor.id,
      issuedOn: ago(250),
      leaveBy: ago(235),
      grievanceUntil: ago(190),
      noticeHow: 'police',
    })
    assert.match(order.orderNo!, /^1\/\d{4}\/\d{4}$/)
    // 12 × 100 ÷ 365 = 3.29 a day, from possession (310 days ago) to the execution (200 days ago).
    assert.deepEqual(await world.accrued(id), { amount: '361.90', days: 110 })
    const trail = await db.from('trail').where({ unit_id: world.unitId, subject_id: id })
    assert.equal(trail.filter(({ action }) => action === 'encroachment.moved').length, 12)
    const approvals = await db.from('approvals').where('subject_type', 'removal_order')
    const approval = approvals.find(({ subject_id: subject }) => subject === order.id)
    assert.isTrue(order.documentHash!.equals(approval.document_hash))
  })

  test('a site that is not clear goes back to a new security date, and the charge goes on', async ({
    assert,
  }) => {
    const kase = await world.at('handed_over')
    const after = await new CarryOutRemoval().reinspect(
      kase.id,
      { clear: false },
      { ...world.by(world.surveyor, ago(180)), note: 'أعيد بناء السور' }
    )
    assert.equal(after.status, 'scheduled')
    assert.isNull(after.chargedTo)
    await new CarryOutRemoval().setSecurity(
      kase.id,
      { securityOn: ago(170), body: 'مديرية الأمن' },
      world.by(world.executor, ago(175))
    )
    await world.execute(kase, world.executor, ago(160))
    assert.equal((await world.accrued(kase.id)).days, 150)
  })

  test('B: filed on the portal, examined, valued, accepted, contracted and paid', async ({
    assert,
  }) => {
    const kase = await world.at('valued')
    const file = await LegalisationFile.findByOrFail('caseId', kase.id)
    assert.equal(String(file.fees), '600.00')
    const decide = new DecideLegalisation()
    await decide.accept(kase.id, { by: world.head, on: ago(220), committeeNo: '9', note: 'مستوف' })
    const officer = (days: number) => world.by(world.officer, ago(days))
    await new ConcludeLegalisation().contract(
      kase.id,
      { number: '4/2026', amount: Money.of('52000') },
      officer(210)
    )
    const paid = { receiptNo: '77', amount: Money.of('52000') }
    const settled = await new ConcludeLegalisation().payPrice(kase.id, paid, officer(200))
    assert.equal(settled.status, 'settled')
    assert.equal(settled.closedOn, ago(200))
    await file.refresh()
    assert.containSubset(file.$attributes, { status: 'settled', decidedBy: world.head.id })
    assert.deepEqual(await world.accrued(kase.id), { amount: '361.90', days: 110 })
  })

  test('B rejected: the grievance is dismissed and the case falls back to removal with its back charge', async ({
    assert,
  }) => {
    const kase = await world.at('rejected')
    const decide = new DecideLegalisation()
    const second = await CasesWorld.make()
    await decide.grieve(kase.id, { number: 'ت/5' }, world.by(world.officer, ago(200)))
    const back = await decide.dismissGrievance(kase.id, {
      by: second.head,
      on: ago(190),
      note: 'لا جديد',
    })
    assert.equal(back.status, 'minuted')
    assert.deepEqual(await world.accrued(kase.id), { amount: '394.80', days: 120 })
    const step = await db
      .from('encroachment_steps')
      .where({ case_id: kase.id, step: 'dismiss_grievance' })
      .firstOrFail()
    assert.equal(step.facts.backCharge, '394.80')
    const file = await LegalisationFile.findByOrFail('caseId', kase.id)
    assert.equal(file.status, 'rejected')
    // And the way of removal is open again.
    const again = await new EstablishFacts().answerTitle(
      kase.id,
      { verdict: 'manifest', reasons: 'لا سند', documentIds: [await world.paper(kase.id)] },
      world.by(world.lawyer, ago(185))
    )
    assert.equal(again.status, 'manifest')
  })

  test('B abandoned falls back at once, to where the legal answer left it', async ({ assert }) => {
    const kase = await world.at('manifest')
    await world.file(kase)
    const back = await new ConcludeLegalisation().abandon(kase.id, {
      ...world.by(world.officer, ago(100)),
      note: 'لم يسدد الرسوم',
    })
    assert.equal(back.status, 'manifest')
    assert.deepEqual(await world.accrued(kase.id), { amount: '690.90', days: 210 })
  })

  test('a grievance is upheld by another hand and the file goes on', async ({ assert }) => {
    const kase = await world.at('rejected')
    const decide = new DecideLegalisation()
    await decide.grieve(kase.id, { number: 'ت/6' }, world.by(world.officer, ago(200)))
    await assert.rejects(
      () => decide.upholdGrievance(kase.id, { by: world.head, on: ago(190), note: 'قبول' }),
      /نفسه|himself|yourself|own/
    )
    const second = await CasesWorld.make()
    const on = await decide.upholdGrievance(kase.id, {
      by: second.head,
      on: ago(190),
      note: 'قدم مستندًا',
    })
    assert.equal(on.status, 'accepted')
  })

  test('C: an arguable title goes to court, and a judgment for the State opens the removal', async ({
    assert,
  }) => {
    const kase = await world.open()
    await world.minutes(kase)
    await world.answer(kase, 'arguable')
    const court = new GoToCourt()
    const lawyer = (days: number) => world.by(world.lawyer, ago(days))
    await court.sue(kase.id, { courtRef: 'دعوى 812 لسنة 2026' }, lawyer(200))
    const won = await court.win(
      kase.id,
      { reasons: 'حكم نهائي لصالح الجهة', documentIds: [await world.paper(kase.id, 'صورة الحكم')] },
      lawyer(100)
    )
    assert.equal(won.status, 'manifest')
    const ordered = await new OrderRemoval().draft(
      kase.id,
      { subject: 'إزالة السور' },
      world.by(world.officer, ago(90))
    )
    assert.equal(ordered.status, 'ordered')
  })

  test('C: a judgment for the occupier closes the case', async ({ assert }) => {
    const kase = await world.open()
    await world.minutes(kase)
    await world.answer(kase, 'arguable')
    const court = new GoToCourt()
    await court.sue(kase.id, { courtRef: 'دعوى 9' }, world.by(world.lawyer, ago(200)))
    const lost = await court.lose(
      kase.id,
      { reasons: 'ثبت عقده المسجل', documentIds: [await world.paper(kase.id)] },
      world.by(world.lawyer, ago(100))
    )
    assert.equal(lost.status, 'lost')
    assert.equal(lost.closedOn, ago(100))
  })

  test('a relapse opens the same case again, with its history and a new gate', async ({
    assert,
  }) => {
    const kase = await world.at('removed')
    const again = await new ReopenCase().relapse(kase.id, {
      ...world.by(world.officer, ago(150)),
      note: 'رصد المتغيرات المكانية رقم 55',
    })
    assert.containSubset(again.$attributes, {
      id: kase.id,
      caseNo: kase.caseNo,
      status: 'detected',
      episode: 2,
      closedOn: null,
      possessionFrom: null,
    })
    await new ScreenCase().unlawful(kase.id, { ...world.by(world.officer, ago(149)), note: 'عاد' })
    await new EstablishFacts().inspect(kase.id, world.by(world.surveyor, ago(148)))
    await new EstablishFacts().writeMinutes(
      kase.id,
      {
        number: '99',
        inspectedOn: ago(148),
        findings: 'عاد السور',
        possessionFrom: ago(152),
        possessionShownBy: 'المعاينة',
        areaM2: '50',
      },
      world.by(world.surveyor, ago(148))
    )
    // The answer of the first episode is no answer of the second one.
    await assert.rejects(() => world.draft(kase), /E_|لا تنتقل|السابقة/)
    const found = await EncroachmentCase.findOrFail(kase.id)
    assert.deepEqual([found.status, found.areaM2], ['minuted', '50.0000'])
    assert.equal((await statesOf(kase.id)).length, 17)
  })

  test("the asset's card tells the cases as they stood on the chosen day, not as they stand now", async ({
    assert,
  }) => {
    const ground = await freshGround()
    const parcel = await aParcel(world.unitId, rectangle(ground, 0, 0, 100, 100))
    const kase = await world.open({ shape: rectangle(ground, 10, 10, 10, 10), areaM2: null })
    await world.minutes(kase)
    await within(null, (trx) => new AccrueUsage().unit(world.unitId, { trx }))
    const on = async (day: Day) => (await casesAsOf(parcel, { on: day, known: null }))[0]
    assert.isUndefined(await on(ago(301)))
    assert.equal((await on(ago(295)))!.status, 'detected')
    assert.equal((await on(ago(285)))!.status, 'unlawful')
    const then = (await on(ago(270)))!
    assert.equal(then.status, 'minuted')
    const now = (await on(today()))!
    // 41 days since possession, of 310 days charged through yesterday.
    assert.closeTo(Number(then.charged) * 310, Number(now.charged) * 41, 0.001)
    assert.isUndefined((await casesAsOf(parcel, { on: today(), known: '2020-01-01 00:00:00' }))[0])
  })
})
