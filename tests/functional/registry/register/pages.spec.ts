import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import { ticked } from '#tests/support/ticked'
import { aHolder } from '#tests/support/holders'
import { aPerson } from '#tests/support/people'
import {
  aParcel,
  anOffice,
  assetRow,
  change,
  newGround,
  outputOf,
  propose,
  square,
} from '#tests/support/register'

test.group('Pages of register transactions', () => {
  test('the worklist shows what others proposed, and not one’s own', async ({ client, assert }) => {
    const office = await anOffice()
    const both = await aPerson({
      unitId: office.unitId,
      roles: ['property_officer', 'property_head'],
    })
    const own = await propose({ ...office, maker: both }, 'create', {
      class: 'land.vacant',
      facts: { name: 'أ' },
    })
    const other = await propose(office, 'create', { class: 'land.vacant', facts: { name: 'ب' } })
    const page = await client.get('/registry/waiting').loginAs(both)
    page.assertStatus(200)
    assert.include(page.text(), `/registry/transactions/${other.id}`)
    assert.notInclude(page.text(), `/registry/transactions/${own.id}"`)
    const everything = (await client.get('/waiting?kind=register_change').loginAs(both)).text()
    assert.include(everything, `href="/registry/transactions/${other.id}"`)
    assert.notInclude(everything, `/registry/transactions/${own.id}"`)
    const all = await client.get('/registry/transactions').loginAs(both)
    assert.include(all.text(), `/registry/transactions/${own.id}`)
  })

  test('a proposal shows what would change, what the rules say, and the way to decide', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const id = await aParcel(office, {
      shape: square(100, { ground }),
      facts: { street: 'شارع قديم' },
    })
    await aParcel(office, { shape: square(100, { ground, east: 150 }) })
    const made = await propose(
      office,
      'boundary',
      { asset_id: id, geometry: square(200, { ground }) },
      { reason: 'رفع جديد' }
    )
    const page = await client.get(`/registry/transactions/${made.id}`).loginAs(office.checker)
    page.assertStatus(200)
    const text = page.text()
    assert.include(text, 'R2')
    assert.include(text, 'override[R2]')
    assert.include(text, 'المساحة المحسوبة')
    assert.include(text, 'shape-before')
    assert.include(text, (await assetRow(id)).code)
    const maker = await client.get(`/registry/transactions/${made.id}`).loginAs(office.maker)
    maker.assertStatus(200)
    assert.notInclude(maker.text(), 'override[R2]')
    assert.include(maker.text(), '/withdrawal')
  })

  test('every kind has its page, before and after its decision', async ({ client, assert }) => {
    const office = await anOffice()
    const read = async (id: number) => {
      const page = await client.get(`/registry/transactions/${id}`).loginAs(office.checker)
      page.assertStatus(200)
      return page.text()
    }
    const shape = square(100, { ground: newGround() })
    const id = await aParcel(office, { shape, facts: { domain: 'private' } })
    const [[w, s], [e], [, n]] = (shape as any).coordinates[0]
    const box = (a: number, b: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [a, s],
          [b, s],
          [b, n],
          [a, n],
          [a, s],
        ],
      ],
    })
    const parts = [{ geometry: box(w, (w + e) / 2) }, { geometry: box((w + e) / 2, e) }]
    const split = await propose(office, 'split', { asset_id: id, parts })
    assert.include(await read(split.id), 'أرض فضاء (2)')
    const done = await change(
      office,
      'split',
      { asset_id: id, parts },
      { overrides: [{ rule: 'R7', reason: 'طلب سابق لم يبت فيه' }] }
    )
    assert.include(await read(done.id), 'مقسم')
    const [a, b] = [await outputOf(done, 0), await outputOf(done, 1)]
    const merge = await propose(office, 'merge', { assets: [{ asset_id: a }, { asset_id: b }] })
    assert.include(await read(merge.id), 'أرض فضاء (1) + أرض فضاء (2)')
    const custody = await propose(office, 'custody', {
      asset_id: a,
      kind: 'jurisdiction',
      to: { name: 'هيئة التنمية' },
    })
    assert.include(await read(custody.id), 'هيئة التنمية')
    for (const [kind, proposal, shown] of [
      ['allocation', { to: { name: 'مديرية الشباب' }, purpose: 'ملعب' }, 'ملعب'],
      ['reclassify', { facts: { criticality: 'important' } }, 'مهم'],
      ['disposal', { how: 'sale' }, 'متصرف فيه'],
      ['correction', { facts: { landmark: 'محطة القطار' } }, 'محطة القطار'],
      ['verification', { to: 'surveyed' }, 'مرفوع'],
    ] as const) {
      const made = await propose(office, kind, { asset_id: a, ...proposal })
      assert.include(await read(made.id), shown, kind)
    }
    // The proposal of the first split stands on a parcel that is no more.
    assert.include(await read(split.id), 'R23')
    const cancellation = await propose(office, 'cancellation', { transaction_id: done.id })
    assert.include(await read(cancellation.id), 'في الخدمة')
    assert.include(await read(done.id), `/registry/transactions/${cancellation.id}`)
  })

  test('the second person approves on the page; the maker is refused', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const both = await aPerson({
      unitId: office.unitId,
      roles: ['property_officer', 'property_head'],
    })
    const made = await propose({ ...office, maker: both }, 'create', {
      class: 'land.vacant',
      facts: { name: 'أ' },
    })
    const own = await client
      .post(`/registry/transactions/${made.id}/approval`)
      .loginAs(both)
      .withCsrfToken()
      .redirects(0)
    own.assertStatus(422)
    assert.equal((await made.refresh()).status, 'proposed')
    const other = await client
      .post(`/registry/transactions/${made.id}/approval`)
      .loginAs(office.checker)
      .withCsrfToken()
      .redirects(0)
    other.assertStatus(303)
    assert.equal((await made.refresh()).status, 'approved')
    assert.equal((await assetRow(await outputOf(made))).name, 'أ')
  })

  test('overriding with a reason on the page lets it pass', async ({ client, assert }) => {
    const office = await anOffice()
    const ground = newGround()
    await aParcel(office, { shape: square(100, { ground }) })
    const made = await propose(office, 'create', {
      class: 'land.vacant',
      facts: { name: 'ب' },
      geometry: square(100, { ground, east: 60 }),
    })
    const post = (form: object) =>
      client
        .post(`/registry/transactions/${made.id}/approval`)
        .loginAs(office.checker)
        .withCsrfToken()
        .redirects(0)
        .form(form)
    await post({})
    assert.equal((await made.refresh()).status, 'proposed')
    await post({ override: { R2: 'نزاع منظور أمام لجنة المساحة' } })
    assert.equal((await made.refresh()).status, 'approved')
  })

  test('ticked proposals are decided together', async ({ client, assert }) => {
    const office = await anOffice()
    const ids: number[] = []
    for (const name of ['أ', 'ب', 'ج']) {
      ids.push((await propose(office, 'create', { class: 'land.vacant', facts: { name } })).id)
    }
    const post = (form: object) =>
      client
        .post('/registry/transactions/decisions')
        .loginAs(office.checker)
        .withCsrfToken()
        .redirects(0)
        .form(form)
    ;(await post({ ...ticked(ids.slice(0, 2)), verdict: 'approve' })).assertStatus(303)
    await post({ ...ticked([ids[2]!]), verdict: 'refuse' })
    const states = async () =>
      (await db.from('register_transactions').whereIn('id', ids).orderBy('id')).map(
        (row) => row.status
      )
    assert.deepEqual(await states(), ['approved', 'approved', 'proposed'])
    await post({ ...ticked([ids[2]!]), verdict: 'refuse', reason: 'بيانات ناقصة' })
    assert.deepEqual(await states(), ['approved', 'approved', 'refused'])
  })

  test('a restricted asset’s transactions are for those trusted with it', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const made = await propose(office, 'create', {
      class: 'land.vacant',
      facts: { name: 'موقع مقيد', security_class: 'strategic' },
    })
    const reader = await aPerson({ unitId: office.unitId, roles: ['surveyor'] })
    ;(await client.get(`/registry/transactions/${made.id}`).loginAs(reader)).assertStatus(404)
    assert.notInclude(
      (await client.get('/registry/transactions').loginAs(reader)).text(),
      `/registry/transactions/${made.id}`
    )
    const approving = ['registry.assets.read', 'registry.assets.approve'] as const
    const untrusted = await aHolder([...approving], { unitId: office.unitId })
    const waits = await client.get('/waiting?kind=register_change').loginAs(untrusted)
    waits.assertStatus(200)
    assert.notInclude(waits.text(), `/registry/transactions/${made.id}`)
    const trusted = await client.get('/waiting?kind=register_change').loginAs(office.checker)
    assert.include(trusted.text(), `/registry/transactions/${made.id}`)
  })

  test('only the receiving unit says that it receives; it finds the transfer on its own page', async ({
    client,
    assert,
  }) => {
    const [office, other] = [await anOffice(), await anOffice()]
    const id = await aParcel(office, { shape: null })
    const made = await propose(office, 'custody', {
      asset_id: id,
      kind: 'jurisdiction',
      to: { unit_id: other.unitId },
      moves_unit: true,
    })
    const send = (path: string, by: User, form: object) =>
      client.post(path).loginAs(by).withCsrfToken().redirects(0).form(form)
    const steps = () => db.from('transaction_steps').where('transaction_id', made.id)
    const receives = { on: '2026-10-01', number: '7' }
    const path = `/registry/transactions/${made.id}`
    await send(`${path}/steps`, office.checker, { step: 'receiver', ...receives })
    assert.lengthOf(await steps(), 0)
    const { code } = await assetRow(id)
    assert.include((await client.get('/registry/arrivals').loginAs(other.checker)).text(), code)
    assert.notInclude((await client.get('/registry/arrivals').loginAs(office.checker)).text(), code)
    const all = { ...ticked([made.id]), ...receives }
    ;(await send('/registry/arrivals', office.checker, all)).assertStatus(404)
    ;(await send('/registry/arrivals', other.checker, all)).assertStatus(303)
    const taken = (await steps()).map(({ step, made_by: by }) => [step, by])
    assert.deepEqual(taken, [['receiver', other.checker.id]])
  })
})
