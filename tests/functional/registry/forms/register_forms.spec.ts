import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type User from '#identity/models/user'
import DecideChange from '#registry/register/decide_change'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

/** Corners on the Red Belt near Fayoum, as a sheet lists them: about 100 by 60 metres. */
const SHEET = `1 599500.000 733300.000
2 599600.000 733300.000
3 599600.000 733360.000
4 599500.000 733360.000`

const shifted = (east: number) =>
  SHEET.replaceAll(/599[56]00/g, (text) => String(Number(text) + east))

async function anOffice() {
  const unit = await aUnit()
  const land = await db.from('asset_classes').where('code', 'land.vacant').firstOrFail()
  return {
    unit,
    classId: Number(land.id),
    maker: await aPerson({ unitId: unit, roles: ['property_officer'] }),
    head: await aPerson({ unitId: unit, roles: ['property_head'] }),
  }
}

type Office = Awaited<ReturnType<typeof anOffice>>

const PARCEL = {
  name: 'أرض حوض الناعورة',
  hod: 'حوض الناعورة',
  plot_no: '17',
  domain: 'private',
  use_actual: 'فضاء',
  coordinates: SHEET,
  grid: '22992',
  deed_feddan: '1',
  deed_qirat: '10',
  deed_sahm: '6.68',
  north_neighbour: 'ترعة',
  north_length_deed: '100',
  jurisdiction_name: 'محافظة الفيوم',
  effective_on: '2026-01-05',
}

const send = (client: ApiClient, path: string, by: User, fields: Record<string, unknown>) =>
  client.post(path).loginAs(by).withCsrfToken().redirects(0).form(fields)

/** The unit and the class of a new asset, as the form carries them. */
const headOf = ({ unit, classId }: Office) => ({ unit_id: unit, class_id: classId })

async function sent(client: ApiClient, office: Office, more: Record<string, unknown> = {}) {
  const fields = { ...PARCEL, ...headOf(office), intent: 'send', ...more }
  const answer = await send(client, '/registry/assets', office.maker, fields)
  return { answer, id: Number(/transactions\/(\d+)/.exec(answer.header('location') ?? '')?.[1]) }
}

async function approved(client: ApiClient, office: Office, id: number) {
  return send(client, `/registry/transactions/${id}/approval`, office.head, {})
}

async function outputOf(id: number): Promise<number> {
  const row = await db
    .from('transaction_assets')
    .where({ transaction_id: id, part: 'output' })
    .firstOrFail()
  return Number(row.asset_id)
}

async function aParcel(client: ApiClient, office: Office, more: Record<string, unknown> = {}) {
  const { id } = await sent(client, office, more)
  await approved(client, office, id)
  return outputOf(id)
}

const statusOf = async (id: number) =>
  (await db.from('register_transactions').where('id', id).firstOrFail()).status

test.group('Forms of the register', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a parcel typed from its deed and its survey sheet is recorded after another approves it', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const { id } = await sent(client, office)
    assert.equal(await statusOf(id), 'proposed')
    const page = await client.get(`/registry/transactions/${id}`).loginAs(office.head)
    for (const text of ['حوض الناعورة', 'ترعة', 'اعتماد']) {
      page.assertTextIncludes(text)
    }
    await approved(client, office, id)
    assert.equal(await statusOf(id), 'approved')
    const asset = await db
      .from('assets')
      .where('id', await outputOf(id))
      .firstOrFail()
    assert.deepInclude(asset, { name: 'أرض حوض الناعورة', domain: 'private', unit_id: office.unit })
    const geometry = await db.from('asset_geometries').where('asset_id', asset.id).firstOrFail()
    assert.equal(geometry.source_coords, SHEET)
    assert.equal(Number(geometry.source_srid), 22992)
    assert.closeTo(Number(geometry.grid_area_m2), 6000, 0.01)
    const deed = await db
      .from('asset_areas')
      .where({ asset_id: asset.id, kind: 'deed' })
      .firstOrFail()
    assert.equal(deed.as_written, '1 ف 10 ط 6.68 س')
  })

  test('its maker may not approve it, and a person without the right to may not either', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const { id } = await sent(client, office)
    const answer = await send(client, `/registry/transactions/${id}/approval`, office.maker, {})
    assert.include([302, 303, 403, 404, 422], answer.status())
    assert.equal(await statusOf(id), 'proposed')
  })

  test('the preview tells area, feddan, the gap to the deed and the rules, and spends nothing', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const changed = { deed_feddan: '2', grid: '', intent: 'preview' }
    const fields = { ...PARCEL, ...headOf(office), ...changed }
    const answer = await send(client, '/registry/assets', office.maker, fields)
    answer.assertStatus(303)
    const page = await client.get(answer.header('location')!).loginAs(office.maker)
    page.assertTextIncludes('الحزام الأحمر')
    page.assertTextIncludes('R4')
    page.assertTextIncludes('class="sketch-sheet"')
    assert.match(page.text(), /6,00\d\.\d\d/)
    assert.lengthOf(await db.from('register_transactions').where('unit_id', office.unit), 0)
    // What was typed stands in its fields.
    page.assertTextIncludes('حوض الناعورة')
  })

  test('an overlap is told while it is pending and stops the approval until it is corrected (R2)', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    await aParcel(client, office)
    const over = await sent(client, office, { plot_no: '18', coordinates: shifted(50) })
    const page = await client.get(`/registry/transactions/${over.id}`).loginAs(office.head)
    page.assertTextIncludes('R2')
    await approved(client, office, over.id)
    assert.equal(await statusOf(over.id), 'proposed')
    const beside = await sent(client, office, { plot_no: '19', coordinates: shifted(100) })
    await approved(client, office, beside.id)
    assert.equal(await statusOf(beside.id), 'approved')
  })

  test('a field that cannot be read is refused beside it, and what was typed is kept as a draft', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const { answer } = await sent(client, office, { coordinates: 'ركن الشارع\nالركن الآخر' })
    const bag = answer.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.match(bag.coordinates![0]!, /إحداثي/)
    const draft = await db.from('form_drafts').where('user_id', office.maker.id).firstOrFail()
    assert.include(draft.content, 'حوض الناعورة')
    const { answer: unnamed } = await sent(client, office, { name: '' })
    assert.property(unnamed.flashMessage('inputErrorsBag'), 'name')
  })

  test('a form that names no class leads back to choosing one', async ({ client }) => {
    const office = await anOffice()
    const fields = { name: 'قطعة', unit_id: office.unit, intent: 'send' }
    const answer = await send(client, '/registry/assets', office.maker, fields)
    answer.assertStatus(303)
    answer.assertHeader('location', '/registry/assets/create')
  })

  test('a sent form leaves no draft, and a draft can be thrown away', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    await sent(client, office)
    const drafts = () => db.from('form_drafts').where('user_id', office.maker.id)
    assert.lengthOf(await drafts().whereNot('form', 'sent'), 0)
    const fields = { name: 'قطعة', ...headOf(office) }
    await send(client, '/registry/assets', office.maker, { ...fields, intent: 'draft' })
    const page = await client
      .get(`/registry/assets/create?unit_id=${office.unit}&class_id=${office.classId}`)
      .loginAs(office.maker)
    page.assertTextIncludes('value="قطعة"')
    await send(client, '/registry/assets', office.maker, { ...fields, intent: 'discard' })
    assert.lengthOf(await drafts().whereNot('form', 'sent'), 0)
  })

  test('a national property number in Arabic letters is refused beside its field; its digits may be Arabic', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const wrong = await sent(client, office, { unified_property_no: 'غير معلوم' })
    assert.isNaN(wrong.id)
    const number = `${Date.now()}`
    const digits = number.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)
    const { id } = await sent(client, office, { unified_property_no: digits })
    await approved(client, office, id)
    const asset = await db.from('assets').where('unit_id', office.unit).firstOrFail()
    assert.equal(asset.unified_property_no, number)
  })

  test('a refused proposal is taken up again by its maker with all that he typed, and by nobody else', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const { id } = await sent(client, office)
    const again = (by: User) => send(client, `/registry/transactions/${id}/correction`, by, {})
    await new DecideChange().refuse(id, { by: office.head, reason: 'راجع الأركان الأربعة' })
    const shown = await client.get(`/registry/transactions/${id}`).loginAs(office.maker)
    shown.assertTextIncludes('تصحيحها وإرسالها من جديد')
    const answer = await again(office.maker)
    assert.match(
      answer.header('location')!,
      /\/registry\/assets\/create\?unit_id=\d+&class_id=\d+&preview=1$/
    )
    const form = await client.get(answer.header('location')!).loginAs(office.maker)
    form.assertStatus(200)
    assert.match(form.text(), /name="name"[^>]*value="[^"]+"/)
    const other = await again(await aPerson({ unitId: office.unit, roles: ['property_officer'] }))
    assert.match(other.header('location')!, new RegExp(`/registry/transactions/${id}$`))
  })
})

test.group('Changes of an asset that stands', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** Sends a change of an asset; gives the transaction's id. */
  async function change(
    client: ApiClient,
    office: Office,
    asset: number,
    kind: string,
    fields: Record<string, unknown>
  ) {
    const path = `/registry/assets/${asset}/changes/${kind}`
    const form = await client.get(path).loginAs(office.maker)
    form.assertStatus(200)
    const answer = await send(client, path, office.maker, { intent: 'send', ...fields })
    return Number(/transactions\/(\d+)/.exec(answer.header('location') ?? '')?.[1])
  }

  test('a correction states only what differs and keeps what was before', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const asset = await aParcel(client, office)
    const fields = {
      name: PARCEL.name,
      hod: 'حوض البحر',
      plot_no: '17',
      effective_on: '2026-01-05',
    }
    const id = await change(client, office, asset, 'correction', fields)
    const { proposal } = await db.from('register_transactions').where('id', id).firstOrFail()
    const asked = typeof proposal === 'string' ? JSON.parse(proposal) : proposal
    assert.deepEqual(asked.facts, { hod: 'حوض البحر' })
    await approved(client, office, id)
    const page = await client.get(`/registry/assets/${asset}`).loginAs(office.maker)
    page.assertTextIncludes('حوض البحر')
    assert.match(page.text(), /<del><bdi>حوض الناعورة/)
  })

  test('custody passes by its steps, and not before them', async ({ client, assert }) => {
    const office = await anOffice()
    const asset = await aParcel(client, office)
    const id = await change(client, office, asset, 'custody', {
      custody_kind: 'jurisdiction',
      to_name: 'هيئة المجتمعات العمرانية',
      effective_on: '2026-02-01',
    })
    await approved(client, office, id)
    assert.equal(await statusOf(id), 'proposed')
    for (const step of ['sender', 'receiver', 'decree', 'handover']) {
      const taken = { step, on: '2026-02-02', number: '55' }
      const answer = await send(client, `/registry/transactions/${id}/steps`, office.head, taken)
      answer.assertStatus(303)
    }
    await approved(client, office, id)
    assert.equal(await statusOf(id), 'approved')
    const held = await db
      .from('custodies')
      .where({ asset_id: asset, kind: 'jurisdiction', valid_to: '9999-12-31' })
      .firstOrFail()
    assert.equal(held.authority_name, 'هيئة المجتمعات العمرانية')
  })

  test('a line divides a parcel in two that together are what it was', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const asset = await aParcel(client, office)
    const id = await change(client, office, asset, 'split', {
      line: '599550 733290\n599550 733370',
      grid: '22992',
      name_1: 'القسم الشرقي',
      effective_on: '2026-03-01',
    })
    await approved(client, office, id)
    assert.equal(await statusOf(id), 'approved')
    const parts = await db
      .from('asset_lineage')
      .join('asset_shapes', 'asset_shapes.asset_id', 'asset_lineage.to_asset_id')
      .where('from_asset_id', asset)
      .select('asset_shapes.area_m2')
    assert.lengthOf(parts, 2)
    assert.closeTo(
      parts.reduce((sum, row) => sum + Number(row.area_m2), 0),
      6000,
      6
    )
    const page = await client.get(`/registry/assets/${asset}`).loginAs(office.maker)
    page.assertTextIncludes('القسم الشرقي')
  })

  test('neighbours are merged by the codes of the others', async ({ client, assert }) => {
    const office = await anOffice()
    const one = await aParcel(client, office)
    const other = await aParcel(client, office, { plot_no: '18', coordinates: shifted(100) })
    const { code } = await db.from('assets').where('id', other).firstOrFail()
    const id = await change(client, office, one, 'merge', {
      codes: code,
      name: 'القطعة الموحدة',
      effective_on: '2026-03-01',
    })
    await approved(client, office, id)
    assert.equal(await statusOf(id), 'approved')
    const made = await db
      .from('assets')
      .where('id', await outputOf(id))
      .firstOrFail()
    assert.equal(made.name, 'القطعة الموحدة')
    const wrong = await send(client, `/registry/assets/${one}/changes/merge`, office.maker, {
      intent: 'send',
      codes: 'XX',
    })
    assert.property(wrong.flashMessage('inputErrorsBag') ?? {}, 'codes')
  })

  test('a record is not verified without what its class asks (R27)', async ({ client, assert }) => {
    const office = await anOffice()
    const asset = await aParcel(client, office)
    const fields = { to: 'verified', effective_on: '2026-03-01' }
    const id = await change(client, office, asset, 'verification', fields)
    const page = await client.get(`/registry/transactions/${id}`).loginAs(office.head)
    page.assertTextIncludes('R27')
    await approved(client, office, id)
    assert.equal(await statusOf(id), 'proposed')
  })

  test('a proposal is withdrawn by its maker, and an approved one cancelled by a new one', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const { id } = await sent(client, office)
    await send(client, `/registry/transactions/${id}/withdrawal`, office.maker, { reason: 'خطأ' })
    assert.equal(await statusOf(id), 'withdrawn')
    const again = await sent(client, office)
    await approved(client, office, again.id)
    const path = `/registry/transactions/${again.id}/cancellation`
    const answer = await send(client, path, office.maker, { reason: 'قيد مكرر من كشف قديم' })
    const undoing = Number(/transactions\/(\d+)/.exec(answer.header('location')!)![1])
    await approved(client, office, undoing)
    const asset = await db
      .from('assets')
      .where('id', await outputOf(again.id))
      .firstOrFail()
    assert.equal(asset.record_status, 'superseded')
  })
})
