import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { Money } from '#core/money'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import { aGrant } from '#tests/support/people'
import CarryOutRemoval from '#registry/encroachments/actions/carry_out_removal'
import ConcludeLegalisation from '#registry/encroachments/actions/conclude_legalisation'
import DecideLegalisation from '#registry/encroachments/actions/decide_legalisation'
import EstablishFacts from '#registry/encroachments/actions/establish_facts'
import Legalise from '#registry/encroachments/actions/legalise'
import { recordFile } from '#registry/encroachments/actions/record_file'
import OrderRemoval from '#registry/encroachments/actions/order_removal'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import {
  CaseNamesNothingError,
  CaseNotReadyError,
  type CaseRuleError,
} from '#registry/encroachments/errors'
import { judgeRemovalGate } from '#registry/encroachments/rules/r18'
import { freezesOf } from '#registry/encroachments/rules/r20'
import { openCasesOn, proposeCase } from '#registry/encroachments/propose_case'
import RecordOccupancy from '#registry/rights/actions/record_occupancy'
import EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'
import { ago, CasesWorld } from '#tests/support/cases_world'
import { aParcel, freshGround, rectangle } from '#tests/support/parcels'
import { RECORDS } from '#tests/support/records'

const rulesOf = (error: unknown) => (error as CaseRuleError).facts?.rules

async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was refused')
}

test.group('Rules of encroachment cases', (group) => {
  let world: CasesWorld

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await CasesWorld.make()
  })

  test('R18 passes when the legal officer answered with documents that it is manifest', async ({
    assert,
  }) => {
    const kase = await world.at('manifest')
    assert.deepEqual(await db.transaction((trx) => judgeRemovalGate(kase, trx)), [])
  })

  test('R18 names what is missing before it', async ({ assert }) => {
    const kase = await world.open()
    const [finding] = await db.transaction((trx) => judgeRemovalGate(kase, trx))
    assert.equal(finding!.rule, 'R18')
    assert.include(finding!.messages.ar, 'محضر المعاينة')
    assert.include(finding!.messages.ar, 'رأي الشئون القانونية')
    await world.minutes(kase)
    await world.answer(kase, 'arguable')
    const arguable = await EncroachmentCase.findOrFail(kase.id)
    const [second] = await db.transaction((trx) => judgeRemovalGate(arguable, trx))
    assert.include(second!.messages.ar, 'للحائز سند محتمل')
    assert.notInclude(second!.messages.ar, 'محضر المعاينة')
    assert.instanceOf(await refusal(() => world.draft(kase)), TransitionError)
  })

  test('R18: an answer without documents is not accepted, nor with papers of another case', async ({
    assert,
  }) => {
    const kase = await world.at('minuted')
    const other = await world.open()
    const stranger = await world.paper(other.id)
    const answer = (documentIds: number[]) =>
      new EstablishFacts().answerTitle(
        kase.id,
        { verdict: 'manifest', reasons: 'لا سند', documentIds },
        world.by(world.lawyer)
      )
    assert.instanceOf(await refusal(() => answer([])), CaseNotReadyError)
    assert.instanceOf(await refusal(() => answer([stranger])), CaseNamesNothingError)
  })

  test('R18 is held by the database: no order without an answer of this case with documents', async ({
    assert,
  }) => {
    const kase = await world.at('minuted')
    const [answerId] = await db
      .insertQuery()
      .table('title_answers')
      .insert({
        case_id: kase.id,
        episode: 1,
        verdict: 'manifest',
        reasons: 'x',
        answered_by: world.lawyer.id,
        answered_on: ago(1),
        document_hash: Buffer.alloc(32),
      })
    const insert = () =>
      db.insertQuery().table('removal_orders').insert({
        unit_id: world.unitId,
        case_id: kase.id,
        episode: 1,
        answer_id: answerId,
        legal_basis: 'م 970',
        subject: 'سور',
        made_by: world.officer.id,
        surveyor_id: world.surveyor.id,
      })
    await assert.rejects(insert, /R18/)
  })

  test('R19 passes when maker, surveyor, issuer and executor are four people', async ({
    assert,
  }) => {
    assert.equal((await world.at('executed')).status, 'executed')
  })

  test('R19 refuses the surveyor as maker, the maker as issuer, the issuer and the surveyor as executor', async ({
    assert,
  }) => {
    const kase = await world.at('manifest')
    assert.deepEqual(rulesOf(await refusal(() => world.draft(kase, world.surveyor))), ['R19'])
    await world.draft(kase)
    const issue = (by: typeof world.head) => new OrderRemoval().issue(kase.id, { by, on: ago(250) })
    assert.instanceOf(await refusal(() => issue(world.officer)), SelfApprovalError)
    assert.deepEqual(rulesOf(await refusal(() => issue(world.surveyor))), ['R19'])
    await issue(world.head)
    await world.notify(kase)
    await new CarryOutRemoval().setSecurity(
      kase.id,
      { securityOn: ago(200), body: 'مديرية الأمن' },
      world.by(world.executor, ago(230))
    )
    for (const hand of [world.officer, world.head, world.surveyor]) {
      assert.deepEqual(rulesOf(await refusal(() => world.execute(kase, hand))), ['R19'])
    }
    await world.execute(kase)
  })

  test('R19 is held by the database', async ({ assert }) => {
    const { id } = await world.at('scheduled')
    const executed = (by: number) =>
      db
        .from('removal_orders')
        .where('case_id', id)
        .update({ executed_on: ago(200), executed_by: by })
    for (const { id: hand } of [world.officer, world.head, world.surveyor]) {
      await assert.rejects(() => executed(hand), /removal_orders_executor/)
    }
    await executed(world.executor.id)
  })

  test('R19: who executed does not inspect again; who valued does not decide', async ({
    assert,
  }) => {
    const kase = await world.at('handed_over')
    const again = (by: typeof world.head) =>
      new CarryOutRemoval().reinspect(
        kase.id,
        { clear: true },
        { ...world.by(by, ago(180)), note: 'خال' }
      )
    assert.deepEqual(rulesOf(await refusal(() => again(world.executor))), ['R19'])
    await again(world.surveyor)

    const file = await world.at('valued')
    const decide = (by: typeof world.head) =>
      new DecideLegalisation().accept(file.id, { by, on: ago(220), committeeNo: '3', note: 'نعم' })
    assert.instanceOf(await refusal(() => decide(world.officer)), SelfApprovalError)
    assert.deepEqual(rulesOf(await refusal(() => decide(world.surveyor))), ['R19'])
    await decide(world.head)
  })

  test('R20: an active file on the ground freezes the removal of another case, and both are told', async ({
    assert,
  }) => {
    const ground = await freshGround()
    const kase = await world.at('scheduled', { shape: rectangle(ground, 0, 0, 20, 20) })
    const neighbour = await world.open({ shape: rectangle(ground, 500, 0, 20, 20) })
    await world.minutes(neighbour)
    await new Legalise().file(
      neighbour.id,
      {
        portalNo: `Z-${kase.id}`,
        filedOn: ago(250),
        applicantName: 'سيد عبد الله',
        ground: 'built',
        areaM2: '400',
        shape: rectangle(ground, 10, 0, 20, 20),
      },
      world.by(world.officer, ago(250))
    )
    const error = await refusal(() => world.execute(kase))
    assert.deepEqual(rulesOf(error), ['R20'])
    assert.include((error as CaseRuleError).messages.ar, `Z-${kase.id}`)
    assert.include((error as CaseRuleError).messages.ar, 'م² مشتركة')
    const [freeze] = await db.transaction((trx) => freezesOf(kase.id, trx))
    assert.closeTo(Number(freeze!.sharedM2), 200, 0.5)
    for (const id of [kase.id, neighbour.id]) {
      const notes = await db.from('encroachment_steps').where({ case_id: id, step: 'note' })
      assert.equal(notes.length, 1, `case ${id}`)
    }
    // The database holds it against any hand.
    await assert.rejects(
      () =>
        db
          .from('removal_orders')
          .where('case_id', kase.id)
          .update({ executed_on: ago(200), executed_by: world.executor.id }),
      /R20/
    )
    await new ConcludeLegalisation().abandon(neighbour.id, {
      ...world.by(world.officer, ago(205)),
      note: 'عدل عن الطلب',
    })
    assert.equal((await world.execute(kase)).status, 'executed')
  })

  test('R20 passes a file that only touches the ground, one elsewhere, and one of the same asset with its own ground', async ({
    assert,
  }) => {
    const ground = await freshGround()
    const kase = await world.at('scheduled', { shape: rectangle(ground, 0, 0, 20, 20) })
    for (const [x, no] of [
      [20, 'a'],
      [100, 'b'],
    ] as const) {
      await db.transaction((trx) =>
        recordFile(
          {
            unitId: world.unitId,
            portalNo: `T${no}-${kase.id}`,
            filedOn: ago(250),
            applicantName: 'جار',
            ground: 'built',
            areaM2: '400',
            shape: rectangle(ground, x, 0, 20, 20),
          },
          { by: null, trx }
        )
      )
    }
    assert.deepEqual(await db.transaction((trx) => freezesOf(kase.id, trx)), [])
    assert.equal((await world.execute(kase)).status, 'executed')
  })

  test('R17: an occupant without a right is proposed as a case once, and the asset has an open case', async ({
    assert,
  }) => {
    const assetId = await RECORDS.assets!.make(world.unitId, 'كشك')
    const by = world.officer.asActor()
    const { occupancy } = await new RecordOccupancy().handle(
      {
        assetId,
        occupantName: 'ربيع',
        from: ago(20),
        source: 'inspection',
        evidence: 'محضر 5',
      },
      { by }
    )
    const before = await EncroachmentCase.query().where('occupancy_id', occupancy.id)
    const caseId = before[0]?.id ?? (await proposeCase(occupancy.id, { by }))!
    const kase = await EncroachmentCase.findOrFail(caseId)
    assert.containSubset(kase.$attributes, {
      status: 'detected',
      source: 'occupancy',
      assetId,
      occupierName: 'ربيع',
    })
    assert.isNull(await proposeCase(occupancy.id, { by }))
    const open = await openCasesOn([assetId])
    assert.deepEqual(
      open.map(({ id, number }) => [id, number]),
      [[caseId, kase.caseNo]]
    )
    await new ScreenCase().lawful(caseId, { by, note: 'له ترخيص قديم' })
    assert.deepEqual(await openCasesOn([assetId]), [])
  })

  test('the registered assets under a case are found by true shared ground, not by touching edges', async ({
    assert,
  }) => {
    const ground = await freshGround()
    const under = await aParcel(world.unitId, rectangle(ground, 0, 0, 100, 100))
    await aParcel(world.unitId, rectangle(ground, 100, 0, 100, 100))
    const half = await aParcel(world.unitId, rectangle(ground, 0, 100, 100, 100))
    const kase = await world.open({ shape: rectangle(ground, 50, 90, 50, 30), areaM2: null })
    const rows = await db.from('encroachment_assets').where('case_id', kase.id)
    const shared = new Map(rows.map((row) => [row.asset_id, Number(row.shared_area_m2)]))
    assert.equal(shared.size, 2)
    assert.closeTo(shared.get(under)!, 500, 1)
    assert.closeTo(shared.get(half)!, 1000, 1)
    assert.equal(kase.assetId, half)
    assert.closeTo(Number(kase.areaM2), 1500, 2)
    const outside = await world.open({ shape: rectangle(ground, 900, 900, 10, 10) })
    assert.isNull(outside.assetId)
  })

  test('steps out of order, on days to come, and before the step before are refused', async ({
    assert,
  }) => {
    const kase = await world.open()
    const facts = new EstablishFacts()
    assert.instanceOf(
      await refusal(() => facts.inspect(kase.id, world.by(world.surveyor))),
      TransitionError
    )
    assert.instanceOf(await refusal(() => world.execute(kase)), TransitionError)
    const screen = (on: string) =>
      new ScreenCase().unlawful(kase.id, { ...world.by(world.officer, on), note: 'أرض دولة' })
    assert.instanceOf(await refusal(() => screen(ago(-1))), CaseNotReadyError)
    assert.instanceOf(await refusal(() => screen(ago(301))), CaseNotReadyError)
    await screen(ago(300))
  })

  test('no execution before the security date, no security date within the days to leave', async ({
    assert,
  }) => {
    const kase = await world.at('notified')
    const set = (days: number) =>
      new CarryOutRemoval().setSecurity(
        kase.id,
        { securityOn: ago(days), body: 'مديرية الأمن' },
        world.by(world.executor, ago(238))
      )
    assert.instanceOf(await refusal(() => set(235)), CaseNotReadyError)
    await set(234)
    const early = await refusal(() => world.execute(kase, world.executor, ago(235)))
    assert.instanceOf(early, CaseNotReadyError)
    await world.execute(kase, world.executor, ago(234))
  })

  test('wrong fees, a late grievance and an early fall-back are refused with their figures', async ({
    assert,
  }) => {
    const kase = await world.at('filed')
    const wrong = await refusal(() => world.payFees(kase, '599.99'))
    assert.deepInclude((wrong as CaseNotReadyError).facts, { due: '600.00', paid: '599.99' })
    const rejected = await world.at('rejected')
    const decide = new DecideLegalisation()
    const late = () =>
      decide.grieve(rejected.id, { number: '1' }, world.by(world.officer, ago(189)))
    assert.instanceOf(await refusal(late), CaseNotReadyError)
    const early = () =>
      new ConcludeLegalisation().fallBack(rejected.id, world.by(world.officer, ago(190)))
    assert.instanceOf(await refusal(early), CaseNotReadyError)
    const back = await new ConcludeLegalisation().fallBack(
      rejected.id,
      world.by(world.officer, ago(189))
    )
    assert.equal(back.status, 'minuted')
  })

  test('one portal number stands for one case, and one active file for a case', async ({
    assert,
  }) => {
    const [one, other] = [await world.at('minuted'), await world.at('minuted')]
    await world.file(one, `P-${one.id}`)
    await assert.rejects(() => world.file(other, `P-${one.id}`), /مسجل من قبل/)
    const file = await LegalisationFile.findByOrFail('caseId', one.id)
    await assert.rejects(
      () =>
        db
          .insertQuery()
          .table('legalisation_files')
          .insert({
            ...{ unit_id: world.unitId, portal_no: `Q-${one.id}`, case_id: one.id },
            ...{ filed_on: ago(9), applicant_name: 'x', folded_applicant: 'x' },
            ...{ ground: 'built', area_m2: '1' },
          }),
      /legalisation_files_one_live/
    )
    assert.equal(file.status, 'active')
  })

  test('a price below the valuation and another payment than the contract are refused', async ({
    assert,
  }) => {
    const kase = await world.at('valued')
    const decide = new DecideLegalisation()
    await decide.accept(kase.id, { by: world.head, on: ago(220), committeeNo: '9', note: 'نعم' })
    const act = world.by(world.officer, ago(210))
    const contract = (amount: string) =>
      new ConcludeLegalisation().contract(kase.id, { number: '1', amount: Money.of(amount) }, act)
    assert.instanceOf(await refusal(() => contract('49999.99')), CaseNotReadyError)
    await contract('50000.00')
    const pay = { receiptNo: '1', amount: Money.of('49999.99') }
    const short = () => new ConcludeLegalisation().payPrice(kase.id, pay, act)
    assert.instanceOf(await refusal(short), CaseNotReadyError)
  })

  test('the timeline, minutes and answers are only added to', async ({ assert }) => {
    const kase = await world.at('manifest')
    for (const table of ['encroachment_steps', 'encroachment_minutes', 'title_answers']) {
      const rows = () => db.from(table).where('case_id', kase.id)
      await assert.rejects(() => rows().delete(), /append-only|denied/)
      await assert.rejects(() => rows().update({ case_id: kase.id }), /append-only|denied/)
    }
  })

  test('a duplicate names another open case of the unit', async ({ assert }) => {
    const [one, other] = [await world.open(), await world.open()]
    const stranger = await (await CasesWorld.make()).open()
    await aGrant(world.officer.id, 'property_officer', world.unitId)
    const duplicate = (of: string) =>
      new ScreenCase().duplicate(other.id, { ...world.by(world.officer, ago(290)), of })
    assert.instanceOf(await refusal(() => duplicate(other.caseNo)), CaseNamesNothingError)
    assert.notEqual(stranger.unitId, world.unitId)
    const closed = await duplicate(one.caseNo)
    assert.deepEqual([closed.status, closed.duplicateOf], ['duplicate', one.id])
  })
})
