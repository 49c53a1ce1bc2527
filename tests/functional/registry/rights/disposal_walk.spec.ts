import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, addMonths, today } from '#core/days'
import { Month } from '#core/fiscal'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import type Asset from '#registry/models/asset'
import MoveRight from '#registry/rights/actions/move_right'
import BillUnit from '#revenue/actions/bill_unit'
import { aPerson } from '#tests/support/people'
import { aReceipt, aRightsWorld, type RightsWorld } from '#tests/support/rights_world'

test.group('A disposal walked by its pages', (group) => {
  let world: RightsWorld
  let finance: User
  let client: any

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
    finance = await aPerson({ unitId: world.unitId, roles: ['finance_officer'] })
  })

  const post = (path: string, by: User, form: Record<string, unknown> = {}) =>
    client.post(path).redirects(0).withCsrfToken().accept('json').loginAs(by).form(form)
  /** Sends a form and says where it led to. */
  const sent = async (path: string, by: User, form: Record<string, unknown> = {}) => {
    const answer = await post(path, by, form)
    if (![302, 303].includes(answer.status())) throw new Error(answer.text())
    return String(answer.header('location'))
  }
  const land = async (): Promise<Asset> => {
    const { id } = await db.from('asset_classes').where({ code: 'land.vacant' }).firstOrFail()
    return world.asset({ class_id: id })
  }
  const capitalised = async (asset: Asset, amount: string) => {
    const page = await sent('/registry/book-orders', finance, {
      asset_code: asset.code,
      kind: 'capitalisation',
      effective_on: addMonths(today(), -1),
      amount,
    })
    await sent(`${page}/decision`, world.head)
  }
  const valued = async (asset: Asset, amount: string, until = addMonths(today(), 6)) => {
    const page = await sent('/registry/valuations', world.officer, {
      asset_code: asset.code,
      basis: 'committee',
      method: 'comparison',
      amount,
      valued_on: addMonths(today(), -2),
      valid_until: until,
      committee: 'لجنة تقدير بقرار 12',
    })
    await sent(`${page}/approval`, world.head)
    return Number(page.split('/').at(-1))
  }
  const entries = async () => {
    const [rows] = await db.rawQuery(
      `SELECT e.kind, a.code, l.debit, l.credit FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
       JOIN ledger_accounts a ON a.id = l.account_id WHERE l.unit_id = ? ORDER BY l.id`,
      [world.unitId]
    )
    return rows.map((row: any) => `${row.kind} ${row.code} ${row.debit} ${row.credit}`)
  }

  test('land is valued, auctioned, paid in instalments that are billed, freed of the bar by its title, and leaves the books', async ({
    client: agent,
    assert,
  }) => {
    client = agent
    const asset = await land()
    await capitalised(asset, '200000.00')
    await valued(asset, '250000.00')
    const page = await sent('/registry/disposals', world.officer, {
      asset_code: asset.code,
      kind: 'sale',
      way: 'auction',
      purpose: 'إقامة مدرسة',
    })
    const step = (name: string, more = {}) =>
      sent(`${page}/steps`, world.officer, { step: name, ...more })
    const decide = (name: string) => sent(`${page}/decisions`, world.head, { step: name })
    await step('check_domain')
    await step('value')
    await decide('approve')
    await step('offer', { members: 'أحمد = رئيس\nمنى = عضو فني\nسعيد = عضو قانوني' })
    const [low, high] = [await world.party('الأول'), await world.party('الراسي عليه')]
    for (const [party, amount] of [
      [low, '260000.00'],
      [high, '300000.00'],
    ] as const) {
      const bid = { party_no: party.partyNo, amount, opened_on: today() }
      await sent(`${page}/bids`, world.officer, bid)
    }
    await step('propose_award')
    await decide('approve_award')
    await step('plan', { count: 2, first_due: today(), every_months: 1 })

    // The bar: no right on it and no second disposal before the price is paid.
    const draft = await world.draft(asset, low.partyNo)
    const barred = await post(`/registry/rights/${draft.id}/approval`, world.head)
    assert.equal(barred.status(), 422)
    assert.include(barred.text(), 'لا يتصرف فيه قبل سداد ثمنه')
    const by = { id: world.officer.id, name: world.officer.fullName }
    await new MoveRight().terminate(draft.id, { by, reason: 'الأرض معروضة للبيع' })

    await new BillUnit().handle({ unitId: world.unitId, month: Month.current(), by: SYSTEM })
    const billed = await db
      .from('charges')
      .join('revenue_heads', 'revenue_heads.id', 'charges.head_id')
      .where('charges.unit_id', world.unitId)
      .select('code', 'amount', 'due_on', 'party_id')
    assert.deepEqual(billed, [
      { code: 'SALE-INST', amount: '150000.00', due_on: today(), party_id: high.id },
    ])

    const early = await post(`${page}/steps`, world.officer, { step: 'title', title_no: 'ع-1' })
    assert.equal(early.status(), 422)
    for (const number of [1, 2]) {
      const receipt = await aReceipt(world, '150000.00')
      await sent(`${page}/payments`, world.officer, { number, receipt })
    }
    await step('title', { title_no: 'ع-1' })
    await decide('close')
    const shown = await client.get(page).loginAs(world.officer)
    shown.assertTextIncludes('ع-1')
    const [{ life_status: life }] = await db.from('assets').where('id', asset.id)
    assert.equal(life, 'disposed')

    const order = await sent('/registry/book-orders', finance, {
      asset_code: asset.code,
      kind: 'disposal',
      effective_on: today(),
      amount: '300000.00',
      decision_no: 'ع-1',
    })
    await sent(`${order}/decision`, world.head)
    assert.deepEqual(await entries(), [
      'asset_capitalisation INT-FA-LAND 200000.00 0.00',
      'asset_capitalisation INT-FA-SOURCE 0.00 200000.00',
      'asset_disposal INT-FA-LAND 0.00 200000.00',
      'asset_disposal INT-FA-LOSS 200000.00 0.00',
    ])
    const [{ standing }] = await db
      .from('asset_book_values')
      .where('asset_id', asset.id)
      .select(db.raw('SUM(cost - accumulated) AS standing'))
    assert.equal(standing, '0.00')
  })

  test('an allocation goes directly on its legal basis; without one it is refused', async ({
    client: agent,
    assert,
  }) => {
    client = agent
    const asset = await land()
    const form = {
      asset_code: asset.code,
      kind: 'sale',
      way: 'direct',
      purpose: 'توسعة مصنع قائم',
    }
    const bare = await post('/registry/disposals', world.officer, form)
    assert.equal(bare.status(), 422)
    await db.insertQuery().table('legal_bases').insert({
      unit_id: world.unitId,
      kind: 'pm_decree',
      number: '77',
      year: 2026,
      subject: 'التعامل المباشر مع واضع اليد',
    })
    await valued(asset, '90000.00')
    const page = await sent('/registry/disposals', world.officer, { ...form, basis_no: '77/2026' })
    for (const step of ['check_domain', 'value']) {
      await sent(`${page}/steps`, world.officer, { step })
    }
    await sent(`${page}/decisions`, world.head, { step: 'approve' })
    await sent(`${page}/steps`, world.officer, { step: 'offer', members: 'أحمد = رئيس' })
    const { partyNo } = await world.party()
    const bid = { party_no: partyNo, amount: '89999.99', opened_on: today() }
    await sent(`${page}/bids`, world.officer, bid)
    const below = await post(`${page}/steps`, world.officer, { step: 'propose_award' })
    assert.equal(below.status(), 422)
    await sent(`${page}/bids`, world.officer, { ...bid, amount: '90000.00' })
    await sent(`${page}/steps`, world.officer, { step: 'propose_award' })
  })

  test('a valuation whose time is over neither carries a disposal nor a revaluation', async ({
    client: agent,
    assert,
  }) => {
    client = agent
    const asset = await land()
    await capitalised(asset, '200000.00')
    const valuationId = await valued(asset, '250000.00', addDays(today(), -1))
    const page = await sent('/registry/disposals', world.officer, {
      asset_code: asset.code,
      kind: 'sale',
      way: 'auction',
      purpose: 'إقامة مدرسة',
    })
    await sent(`${page}/steps`, world.officer, { step: 'check_domain' })
    const refused = await post(`${page}/steps`, world.officer, { step: 'value' })
    assert.equal(refused.status(), 422)
    const order = await post('/registry/book-orders', finance, {
      asset_code: asset.code,
      kind: 'revaluation',
      effective_on: today(),
      amount: '250000.00',
      valuation_id: valuationId,
    })
    order.assertBodyContains({ code: 'E_VALUATION_NEEDED' })
  })
})
