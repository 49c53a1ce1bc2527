import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import DecideChange from '#registry/register/decide_change'
import ProposeChange from '#registry/register/propose_change'
import KeepDocument from '#registry/actions/keep_document'
import { aPerson } from '#tests/support/people'
import { aPhotograph } from '#tests/support/photograph'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'
import { readWords } from '#tests/unit/core/documents/pdf_reader'

test.group('Biography of an asset', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('one page tells what an asset is, where it lies and what proves it', async ({ client }) => {
    const unit = await aUnit()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await RECORDS.assets!.make(unit, 'كشك ميدان السواقي')
    await db.from('assets').where('id', id).update({
      domain: 'public',
      street: 'شارع الجمهورية',
      latitude: '29.3084000',
      longitude: '30.8428000',
    })
    const page = await client.get(`/registry/assets/${id}`).loginAs(officer)
    page.assertStatus(200)
    for (const text of ['كشك ميدان السواقي', 'ملكية عامة', 'شارع الجمهورية', '29.3084000']) {
      page.assertTextIncludes(text)
    }
    page.assertTextIncludes(`/registry/assets/${id}/documents/create`)
  })

  test('who may not add documents is not offered to', async ({ client, assert }) => {
    const unit = await aUnit()
    const auditor = await aPerson({ unitId: unit, roles: ['ministry_auditor'] })
    const id = await RECORDS.assets!.make(unit, 'كشك')
    const page = await client.get(`/registry/assets/${id}`).loginAs(auditor)
    page.assertStatus(200)
    assert.notInclude(page.text(), '/documents/create')
  })
})

/** A parcel of the register, made and approved by two persons. */
async function aParcel(unit: number) {
  const maker = await aPerson({ unitId: unit, roles: ['property_officer'] })
  const approver = await aPerson({ unitId: unit, roles: ['property_head'] })
  const land = await db.from('asset_classes').where('code', 'land.vacant').firstOrFail()
  const ring = [
    [30.842, 29.308],
    [30.844, 29.308],
    [30.844, 29.31],
    [30.842, 29.31],
    [30.842, 29.308],
  ]
  const proposed = await new ProposeChange().handle(
    {
      unitId: unit,
      kind: 'create',
      effectiveOn: '2020-03-01',
      proposal: {
        class_id: land.id,
        facts: {
          name: 'أرض حوض البحرى',
          hod: 'حوض البحرى',
          plot_no: '17',
          domain: 'private',
          area_deed: { m2: '42900', as_written: '١٠ ف ٥ ط' },
          custody_jurisdiction: { name: 'محافظة الفيوم' },
          boundaries: [
            { side: 'north', neighbour_text: 'ترعة بحر يوسف', length_deed_m: '194' },
            { side: 'east', neighbour_text: 'شارع بعرض ٨ م', length_deed_m: '222' },
          ],
        },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    },
    { by: maker.asActor() as { id: number; name: string } }
  )
  await new DecideChange().approve(Number(proposed.id), { by: approver })
  const made = await db
    .from('transaction_assets')
    .where({ transaction_id: proposed.id, part: 'output' })
    .firstOrFail()
  return { id: Number(made.asset_id), maker, approver, transaction: proposed }
}

test.group('Biography of a parcel', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('its page has areas in feddan, sides, custody, sketch, completeness and every change', async ({
    client,
    assert,
  }) => {
    const unit = await aUnit()
    const { id, maker, transaction } = await aParcel(unit)
    const page = await client.get(`/registry/assets/${id}`).loginAs(maker)
    page.assertStatus(200)
    for (const text of [
      '١٠ ف ٥ ط',
      'ترعة بحر يوسف',
      'البحري',
      'محافظة الفيوم',
      'class="sketch-sheet"',
      `/registry/transactions/${transaction.id}`,
      'مستند: سند ملكية',
    ]) {
      page.assertTextIncludes(text)
    }
    assert.match(page.text(), /EPSG:22992/)
  })

  test('as of a day before it was recorded it was not in the register', async ({ client }) => {
    const unit = await aUnit()
    const { id, maker } = await aParcel(unit)
    const before = await client.get(`/registry/assets/${id}?on=2019-12-31`).loginAs(maker)
    before.assertTextIncludes('لم يكن الأصل مقيدًا')
    const then = await client.get(`/registry/assets/${id}?on=2020-03-01`).loginAs(maker)
    then.assertTextIncludes('حوض البحرى')
    const unknown = await client
      .get(`/registry/assets/${id}?on=2020-03-01&known=2020-03-02T12:00`)
      .loginAs(maker)
    unknown.assertTextIncludes('لم يكن الأصل مقيدًا')
  })

  test('the card on paper carries everything the page says, sealed', async ({ client, assert }) => {
    const unit = await aUnit()
    const { id, maker } = await aParcel(unit)
    const photograph = join(tmpdir(), `photograph-${process.pid}.jpg`)
    await writeFile(photograph, aPhotograph({ mark: String(id) }))
    await new KeepDocument().handle(
      {
        unitId: unit,
        kind: 'photo',
        title: 'واجهة القطعة',
        file: { from: photograph, originalName: 'IMG.jpg' },
        links: [{ type: 'asset', id }],
      },
      { by: { id: null, name: 'منى' } }
    )
    const paper = await client.get(`/registry/assets/${id}/biography.pdf`).loginAs(maker)
    paper.assertStatus(200)
    paper.assertHeader('content-type', 'application/pdf')
    const text = await textOf(paper.body())
    for (const word of ['البحرى', 'يوسف', 'الفيوم', 'واجهة', 'SHA-256']) assert.include(text, word)
    assert.include(paper.body().toString('latin1'), '/DCTDecode')
  })
})

/** The words of a PDF; kept beside the pictures of the tests to be looked at. */
async function textOf(bytes: Buffer): Promise<string> {
  const file = join(tmpdir(), `biography-${process.pid}.pdf`)
  await writeFile(file, bytes)
  return (await readWords(file)).map(({ text }) => text).join(' ')
}
