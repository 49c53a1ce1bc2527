import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, addMonths, today } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { SelfApprovalError } from '#identity/errors'
import Asset from '#registry/models/asset'
import type Disposal from '#registry/models/disposal'
import AwardDisposal from '#registry/rights/disposals/award_disposal'
import CollectPrice from '#registry/rights/disposals/collect_price'
import DecideDisposal from '#registry/rights/disposals/decide_disposal'
import {
  DISPOSAL_LIFE,
  DISPOSAL_STATES,
  DISPOSAL_STATE_NAMES,
} from '#registry/rights/disposals/life'
import PrepareDisposal from '#registry/rights/disposals/prepare_disposal'
import { RulesForbidError } from '#registry/rights/errors'
import { judgePrice, judgeValuation, valuationOf } from '#registry/rights/rules/valuation'
import DecideValuation from '#registry/rights/valuations/decide_valuation'
import ObserveAsset from '#registry/rights/valuations/observe_asset'
import ProposeValuation from '#registry/rights/valuations/propose_valuation'
import { assertTransition, TransitionError } from '#core/transitions'
import { aReceipt, aRightsWorld, aValuation, type RightsWorld } from '#tests/support/rights_world'

const MEMBERS = ['رئيس', 'عضو فني', 'عضو قانوني'].map((post) => ({ name: `السيد ${post}`, post }))

test.group('Valuations', (group) => {
  let world: RightsWorld

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
  })

  const judged = (asset: Asset) =>
    db.transaction(async (trx: Trx) => {
      const on = today()
      const valuation = await valuationOf(asset.id, { on, trx })
      const findings = await judgeValuation(valuation, { unitId: asset.unitId, on, trx })
      return findings.map(({ rule, severity, messages }) => `${rule} ${severity} ${messages.ar}`)
    })

  test('R14 passes a committee’s approved valuation to the last day of its twelve months', async ({
    assert,
  }) => {
    const land = await world.asset()
    const valuation = await aValuation(world, land, '250000.00', {
      valuedOn: addMonths(today(), -12),
      validUntil: today(),
    })
    assert.equal(valuation.status, 'approved')
    assert.deepEqual(await judged(land), [])
  })

  test('R14 refuses a valuation a day too old, one without a committee, a draft, and none', async ({
    assert,
  }) => {
    const [none, old, alone, drafted] = [
      await world.asset(),
      await world.asset(),
      await world.asset(),
      await world.asset(),
    ]
    await aValuation(world, old, '1.00', {
      valuedOn: addDays(addMonths(today(), -12), -1),
      validUntil: addDays(today(), 30),
    })
    await aValuation(world, alone, '1.00', { committee: null })
    await new ProposeValuation().handle(
      {
        assetId: drafted.id,
        basis: 'committee',
        method: 'comparison',
        amount: Money.of('5.00'),
        valuedOn: today(),
        committee: 'لجنة',
      },
      { by: { id: world.officer.id, name: 'م' } }
    )
    assert.match((await judged(none))[0]!, /R14 critical ليس للأصل تقييم/)
    assert.match((await judged(old))[0]!, /12 شهرًا على الأكثر/)
    assert.match((await judged(alone))[0]!, /ليس من لجنة/)
    assert.match((await judged(drafted))[0]!, /ليس للأصل تقييم/)
  })

  test('R15 passes a price equal to the valuation and refuses one piastre less', async ({
    assert,
  }) => {
    const land = await world.asset()
    const valuation = await aValuation(world, land, '250000.00')
    await db.transaction(async (trx: Trx) => {
      const asked = { unitId: world.unitId, on: today(), trx }
      assert.deepEqual(await judgePrice(Money.of('250000.00'), valuation, asked), [])
      const [finding] = await judgePrice(Money.of('249999.99'), valuation, asked)
      assert.equal(finding!.rule, 'R15')
      assert.isFalse(finding!.overridable)
      assert.equal(finding!.facts.least, '250000.00')
    })
  })

  test('neither the maker nor the valuer approves a valuation, in code and in the database', async ({
    assert,
  }) => {
    const land = await world.asset()
    const drafted = await new ProposeValuation().handle(
      {
        assetId: land.id,
        basis: 'market',
        method: 'comparison',
        amount: Money.of('10.00'),
        valuedOn: today(),
        valuerId: world.head.id,
      },
      { by: { id: world.officer.id, name: 'م' } }
    )
    await assert.rejects(
      () => new DecideValuation().approve(drafted.id, { by: world.head }),
      SelfApprovalError as never
    )
    await assert.rejects(
      () =>
        db
          .from('valuations')
          .where('id', drafted.id)
          .update({ status: 'approved', decided_by: world.head.id }),
      /valuations_maker_is_not_checker/
    )
  })

  test('condition and use are dated rows, each with its trail', async ({ assert }) => {
    const land = await world.asset()
    await new ObserveAsset().handle(
      {
        assetId: land.id,
        seenOn: today(),
        condition: {
          score: 2,
          defects: 'سور متهدم',
          repairCost: Money.of('40000.00'),
          inspector: 'م. سامي',
        },
        utilisation: { state: 'idle' },
      },
      { by: { id: world.officer.id, name: 'م' } }
    )
    const condition = await db.from('asset_conditions').where('asset_id', land.id).firstOrFail()
    assert.equal(condition.repair_cost, '40000.00')
    const use = await db.from('asset_utilisations').where('asset_id', land.id).firstOrFail()
    assert.equal(use.state, 'idle')
    const trail = await db.from('trail').where('unit_id', world.unitId).orderBy('seq')
    assert.includeMembers(
      trail.map(({ action }) => action),
      ['asset_condition.created', 'asset_utilisation.created']
    )
  })
})

test.group('Disposals', (group) => {
  let world: RightsWorld

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
  })

  const act = () => ({ by: { id: world.officer.id, name: 'معد' } })
  const propose = (asset: Asset, changes = {}) =>
    new PrepareDisposal().propose(
      { assetId: asset.id, kind: 'sale', way: 'auction', purpose: 'إقامة مصنع', ...changes },
      act()
    )

  /** A sale by auction as far as the offer. */
  async function offered(asset: Asset, value = '300000.00'): Promise<Disposal> {
    await aValuation(world, asset, value)
    const { id } = await propose(asset)
    const prepare = new PrepareDisposal()
    await prepare.checkDomain(id, act())
    await prepare.value(id, act())
    await new DecideDisposal().approve(id, { by: world.head })
    return prepare.offer(id, { members: MEMBERS, ...act() })
  }

  test('every pair of its states is either allowed or refused', ({ assert }) => {
    let allowed = 0
    for (const from of DISPOSAL_STATES) {
      for (const to of DISPOSAL_STATES) {
        const move = () => assertTransition(DISPOSAL_LIFE, from, to, DISPOSAL_STATE_NAMES)
        if ((DISPOSAL_LIFE[from] as readonly string[]).includes(to)) {
          allowed += 1
          assert.doesNotThrow(move)
        } else assert.throws(move, TransitionError as never)
      }
    }
    assert.equal(allowed, 19)
  })

  test('land is sold by auction in instalments, titled when paid, and leaves the register by a second person', async ({
    assert,
  }) => {
    const land = await world.asset()
    const { id } = await offered(land)
    const [low, high, aside] = [await world.party(), await world.party(), await world.party()]
    const award = new AwardDisposal()
    const bid = (partyId: number, amount: string, more = {}) =>
      award.bid(id, { partyId, amount: Money.of(amount), openedOn: today(), ...more }, act())
    await bid(low.id, '300000.00')
    await bid(high.id, '310000.01')
    await bid(aside.id, '900000.00', { isAccepted: false, note: 'بلا تأمين دخول' })
    await award.propose(id, act())
    const decide = new DecideDisposal()
    const awarded = await decide.approveAward(id, { by: world.head })
    assert.equal(awarded.awardedPartyId, high.id)
    assert.equal(String(awarded.awardPrice), '310000.01')

    const collect = new CollectPrice()
    await collect.plan(id, { count: 3, firstDue: '2026-12-01', everyMonths: 6 }, act())
    const rows = await db.from('disposal_instalments').where('disposal_id', id).orderBy('number')
    assert.deepEqual(
      rows.map(({ due_on: on, amount }) => `${on} ${amount}`),
      ['2026-12-01 103333.34', '2027-06-01 103333.34', '2027-12-01 103333.33']
    )
    const title = () => collect.title(id, { titleNo: 'ع-55' }, act())
    await assert.rejects(title, /بقي 3 من الأقساط/)
    const wrong = await aReceipt(world, '103333.33')
    await assert.rejects(() => collect.pay(id, { number: 1, receipt: wrong }, act()), /103,333.34/)
    const paid = await aReceipt(world, '103333.34')
    await collect.pay(id, { number: 1, receipt: paid }, act())
    await assert.rejects(() => collect.pay(id, { number: 2, receipt: paid }, act()), /سدد قسطًا آخر/)
    await collect.pay(id, { number: 2, receipt: await aReceipt(world, '103333.34') }, act())
    await assert.rejects(title, /بقي 1 من الأقساط/)
    await collect.pay(id, { number: 3, receipt: wrong }, act())
    await title()

    await assert.rejects(() => decide.close(id, { by: world.officer }), SelfApprovalError as never)
    const closed = await decide.close(id, { by: world.head })
    assert.equal(closed.status, 'closed')
    const gone = await Asset.findOrFail(land.id)
    assert.equal(gone.lifeStatus, 'disposed')
    const change = await db
      .from('register_transactions')
      .where('id', closed.transactionId!)
      .firstOrFail()
    assert.equal(change.kind, 'disposal')
    assert.equal(change.status, 'approved')
    const signed = await db.from('approvals').where({ subject_type: 'disposal', subject_id: id })
    assert.deepEqual(signed.map(({ step }) => step).sort(), ['approve', 'award'])
  })

  test('R13: public land is not sold without the decision that ended its dedication; an unknown domain stops it too', async ({
    assert,
  }) => {
    const square = await world.asset({ domain: 'public' })
    const unknown = await world.asset({ domain: 'unknown' })
    const check = async (asset: Asset, changes = {}) => {
      const { id } = await propose(asset, changes)
      return new PrepareDisposal().checkDomain(id, act())
    }
    await assert.rejects(() => check(square), /أملاك الدولة العامة/)
    await assert.rejects(() => check(unknown), /لم تثبت صفة الأصل/)
    const other = await world.asset({ domain: 'public' })
    const [decree] = await db.insertQuery().table('legal_bases').insert({
      unit_id: world.unitId,
      kind: 'governor_decree',
      number: '90',
      year: 2026,
      subject: 'إنهاء تخصيص',
    })
    const checked = await check(other, { undedicationId: Number(decree) })
    assert.equal(checked.status, 'domain_checked')
  })

  test('an award below the valuation is refused before it is proposed (R15), and equal best bids bid again', async ({
    assert,
  }) => {
    const { id } = await offered(await world.asset())
    const award = new AwardDisposal()
    const [one, two] = [await world.party(), await world.party()]
    const bid = (partyId: number, amount: string) =>
      award.bid(id, { partyId, amount: Money.of(amount), openedOn: today() }, act())
    await assert.rejects(() => award.propose(id, act()), /ليس فيه عطاء مقبول/)
    await bid(one.id, '299999.99')
    await assert.rejects(() => award.propose(id, act()), RulesForbidError as never)
    await bid(one.id, '305000.00')
    await bid(two.id, '305000.00')
    await assert.rejects(() => award.propose(id, act()), /تعاد المزايدة/)
  })

  test('a valuation that ended between the award and its approval stops it, unless authority passes it', async ({
    assert,
  }) => {
    const { id, valuationId } = await offered(await world.asset())
    const { id: partyId } = await world.party()
    const award = new AwardDisposal()
    await award.bid(id, { partyId, amount: Money.of('300000.00'), openedOn: today() }, act())
    await award.propose(id, act())
    await db
      .from('valuations')
      .where('id', valuationId!)
      .update({ valued_on: addMonths(today(), -13), valid_until: addDays(today(), -1) })
    const decide = new DecideDisposal()
    await assert.rejects(() => decide.approveAward(id, { by: world.head }), /R14/)
    const passed = await decide.approveAward(id, {
      by: world.head,
      overrides: [{ rule: 'R14', reason: 'امتداد التقييم بقرار 3' }],
    })
    assert.equal(passed.status, 'awarded')
  })

  test('a direct disposal names its legal basis; an auction its committee of three', async ({
    assert,
  }) => {
    const land = await world.asset()
    await assert.rejects(() => propose(land, { way: 'direct' }), /بسند قانوني/)
    await aValuation(world, land, '10.00')
    const { id } = await propose(land)
    const prepare = new PrepareDisposal()
    await prepare.checkDomain(id, act())
    await prepare.value(id, act())
    await new DecideDisposal().approve(id, { by: world.head })
    await assert.rejects(
      () => prepare.offer(id, { members: MEMBERS.slice(1), ...act() }),
      /لا تقل عن 3/
    )
  })

  test('while its price is not paid nobody is granted a right on it, nor is it offered again', async ({
    assert,
  }) => {
    const land = await world.asset()
    const { id } = await offered(land)
    const { id: partyId } = await world.party()
    const award = new AwardDisposal()
    await award.bid(id, { partyId, amount: Money.of('300000.00'), openedOn: today() }, act())
    await award.propose(id, act())
    await new DecideDisposal().approveAward(id, { by: world.head })
    const draft = await world.draft(land, (await world.party()).partyNo)
    await assert.rejects(() => world.approve(draft), /لا يتصرف فيه قبل سداد ثمنه/)
    await assert.rejects(() => propose(land), /على الأصل تصرف لم يقفل/)
    await assert.rejects(
      () =>
        db.insertQuery().table('disposals').insert({
          unit_id: world.unitId,
          fiscal_year: '2026/2027',
          number: 999,
          asset_id: land.id,
          kind: 'sale',
          way: 'auction',
          purpose: 'x',
          made_by: world.officer.id,
        }),
      /disposals_one_at_a_time/
    )
  })
})
