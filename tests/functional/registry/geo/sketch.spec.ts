import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { today } from '#core/days'
import { fromWgs84 } from '#registry/geo/grids'
import { positionsOf, type Area } from '#registry/geo/types'
import { polygonsOf } from '#registry/geo/shape'
import ProposeChange from '#registry/register/propose_change'
import { SIDES } from '#registry/rules/sides'
import { canReadPdf, readWords } from '#tests/unit/core/documents/pdf_reader'
import { aParcel, freshGround, polygon, rectangle } from '#tests/support/parcels'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

test.group('The sketch of a parcel', () => {
  test('shows numbered corners with eastings and northings, sides, neighbours and the deed’s words', async ({
    assert,
    client,
  }) => {
    const [unit, ground] = [await aUnit(), await freshGround()]
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await aParcel(
      unit,
      polygon(ground, [
        [100, 100],
        [142, 103],
        [147, 155],
        [97, 138],
      ])
    )
    const beside = await aParcel(unit, rectangle(ground, 150, 60, 40, 40))
    const hidden = await aParcel(unit, rectangle(ground, 60, 60, 30, 30), {
      securityClass: 'strategic',
    })
    const elsewhere = await aParcel(await aUnit(), rectangle(ground, 100, 60, 30, 30))
    await db.table('asset_boundaries').insert({
      asset_id: id,
      side: 'north',
      neighbour_text: 'شارع الجمهورية <b>',
      length_deed_m: '47.300',
      valid_from: '2026-01-01',
    })
    const codes = new Map<number, string>()
    for (const row of await db.from('assets').whereIn('id', [id, beside, hidden, elsewhere])) {
      codes.set(Number(row.id), row.code)
    }

    const page = await client.get(`/registry/assets/${id}/sketch`).loginAs(officer)
    page.assertStatus(200)
    const text = page.text()
    for (const [east, north] of [
      [100, 100],
      [142, 103],
      [147, 155],
      [97, 138],
    ]) {
      assert.include(text, `${(ground.east + east!).toFixed(3)}`)
      assert.include(text, `${(ground.north + north!).toFixed(3)}`)
    }
    assert.include(text, '42.11')
    assert.include(text, 'بحري: شارع الجمهورية &lt;b&gt; (بطول 47.30 م)')
    assert.include(text, codes.get(beside)!)
    assert.notInclude(text, codes.get(hidden)!)
    assert.notInclude(text, codes.get(elsewhere)!)
    assert.match(text, /مقياس الرسم 1:(\d+)/)

    const picture = await client.get(`/registry/assets/${id}/sketch?format=svg`).loginAs(officer)
    assert.match(String(picture.header('content-type')), /^image\/svg\+xml/)
    assert.match(String(picture.text() ?? picture.body()), /^<svg xmlns/)
    const english = await client
      .get(`/registry/assets/${id}/sketch`)
      .loginAs(officer)
      .withCookie('locale', 'en')
    english.assertStatus(200)
  })

  test('an asset without a shape says so', async ({ client }) => {
    const unit = await aUnit()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await aParcel(unit, rectangle(await freshGround(), 0, 0, 10, 10))
    await db.from('asset_shapes').where('asset_id', id).delete()
    const page = await client.get(`/registry/assets/${id}/sketch`).loginAs(officer)
    page.assertTextIncludes('لا يوجد شكل مساحي')
  })

  test('its sheet is a PDF at its scale: code, areas as written, sides, every corner, boxes to sign', async ({
    assert,
    client,
  }) => {
    if (!canReadPdf()) return
    const [unit, ground] = [await aUnit(), await freshGround()]
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const shapes = {
      small: rectangle(ground, 20, 20, 6, 4),
      large: polygon(ground, [
        [0, 0],
        [2400, 120],
        [2500, 1700],
        [900, 2300],
        [60, 1500],
      ]),
      parts: {
        type: 'MultiPolygon',
        coordinates: [
          [
            ...polygonsOf(rectangle(ground, 100, 100, 90, 70))[0]!,
            ...polygonsOf(rectangle(ground, 120, 120, 25, 20))[0]!,
          ],
          ...polygonsOf(rectangle(ground, 210, 110, 40, 60)),
        ],
      } as Area,
      round: polygon(
        ground,
        Array.from({ length: 300 }, (_, at): [number, number] => {
          const turn = (at / 300) * 2 * Math.PI
          const radius = 300 + 20 * Math.sin(9 * turn)
          return [1000 + radius * Math.cos(turn), 1000 + radius * Math.sin(turn)]
        })
      ),
    }
    const folder = await mkdtemp(join(tmpdir(), 'diwan-sketch-'))
    for (const [name, shape] of Object.entries(shapes)) {
      const id = await aParcel(unit, shape)
      await db.table('asset_areas').insert({
        asset_id: id,
        kind: 'deed',
        m2: '4200.8300',
        as_written: '1 ف',
        valid_from: '2020-01-01',
      })
      for (const side of ['north', 'south', 'east', 'west']) {
        await db.table('asset_boundaries').insert({
          asset_id: id,
          side,
          neighbour_text: `جار الضلع ${SIDES[side as keyof typeof SIDES].ar}`,
          length_survey_m: '47.300',
          valid_from: '2026-01-01',
        })
      }
      const answer = await client.get(`/registry/assets/${id}/sketch?format=pdf`).loginAs(officer)
      answer.assertStatus(200)
      const file = join(process.env.SKETCHES ?? folder, `${name}.pdf`)
      await writeFile(file, answer.body() as Buffer)
      const words = await readWords(file)
      const { code } = await db.from('assets').where('id', id).firstOrFail()
      const said = words.map(({ text }) => text).join(' ')
      for (const word of [code, '4200.83', 'بحري', 'الجمهورية', ...cornersOf(shape)]) {
        assert.include(said, word, `${name}: ${word}`)
      }
      const pages = Math.max(...words.map(({ page }) => page))
      assert.equal(pages > 2, name === 'round', `${name} has ${pages} pages`)
      const svg = await client.get(`/registry/assets/${id}/sketch?format=svg`).loginAs(officer)
      await writeFile(file.replace('.pdf', '.svg'), String(svg.text() ?? svg.body()))
    }
    await rm(folder, { recursive: true })
  })

  test('what a transaction proposes has a sketch before it is approved, marked as a proposal', async ({
    client,
  }) => {
    const [unit, ground] = [await aUnit(), await freshGround()]
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await aParcel(unit, rectangle(ground, 0, 0, 40, 30))
    const change = await db.transaction((trx) =>
      new ProposeChange().handle(
        {
          unitId: unit,
          kind: 'boundary',
          effectiveOn: today(),
          proposal: { asset_id: id, geometry: { shape: rectangle(ground, 0, 0, 40, 31) } } as never,
          reason: 'أعيد الرفع',
        },
        { by: { id: officer.id, name: officer.fullName }, trx }
      )
    )
    const page = await client.get(`/registry/transactions/${change.id}/sketch`).loginAs(officer)
    page.assertStatus(200)
    page.assertTextIncludes('لمقترح لم يعتمد بعد')
    page.assertTextIncludes('31.00')
  })
})

/** Eastings of every corner as the sheet of its survey's grid lists them. */
function cornersOf(shape: Area): string[] {
  return positionsOf(shape).map((at) => fromWgs84(at, 22992)[0].toFixed(3))
}
