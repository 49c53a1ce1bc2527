import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import loadRegistryEncroachments from '#database/reference/registry_encroachments'
import loadRegistryRules from '#database/reference/registry_rules'
import { SYSTEM } from '#audit/actor'
import { addDays, today, type Day } from '#core/days'
import { ImportInUseError } from '#core/imports/in_use'
import { undoImport } from '#core/imports/undo'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import type { Shape } from '#registry/geo/shape'
import EncroachmentCase from '#registry/models/encroachment_case'
import { ago, CasesWorld } from '#tests/support/cases_world'
import { counts, importFile, loadImportReference } from '#tests/support/imports'
import { aLimit, freshGround, rectangle } from '#tests/support/parcels'
import { aUnit } from '#tests/support/units'

const KIND = 'spatial-changes'
let numbers = 0
const number = () => `م-${process.pid}-${Date.now() % 1_000_000}-${++numbers}`

interface Change {
  no?: string
  on?: Day
  kind?: string
  licence?: string
  shape: Shape
}

const file = (changes: readonly Change[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: changes.map(({ no = number(), on = ago(20), kind = 'بناء', licence, shape }) => ({
      type: 'Feature',
      properties: {
        'رقم المتغير': no,
        'تاريخ الرصد': on,
        'نوع المتغير': kind,
        'الموقع': 'عزبة الشيخ',
        'رقم الترخيص': licence ?? '',
      },
      geometry: shape,
    })),
  })

const bring = (unitId: number, content: string, dryRun = false) =>
  importFile({ kind: KIND, unitId, content, name: 'changes.geojson', dryRun })

const casesOf = (unitId: number) => EncroachmentCase.query().where('unit_id', unitId).orderBy('id')

test.group('A file of spatial changes', (group) => {
  group.setup(async () => {
    await loadImportReference()
    await db.transaction(async (trx) => {
      await loadRegistryRules(trx)
      await loadRegistryEncroachments(trx)
    })
  })
  group.tap((each) => each.timeout(60_000))

  test('a change opens a detected case, joins the open one of its place, and comes in once', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const open = await world.open({ shape: rectangle(at, 0, 0, 40, 40), areaM2: null })
    const content = file([
      { shape: rectangle(at, 10, 10, 40, 40) },
      { shape: rectangle(at, 500, 0, 30, 30), licence: '77/2025' },
      // Of the same place as the row before it, later.
      { shape: rectangle(at, 505, 5, 30, 30), kind: 'تعلية' },
    ])
    const dry = await bring(world.unitId, content, true)
    assert.deepEqual(counts(dry), [3, 0, 0, 0, 0])
    assert.lengthOf(await casesOf(world.unitId), 1)
    const told = dry.warnings.map(({ ar }) => ar).join(' ')
    assert.include(told, 'تفتح ملفات تعد جديدة: 1')
    assert.include(told, 'تُضم إلى ملفات قائمة: 2')

    const first = await bring(world.unitId, content)
    assert.deepEqual(counts(first), [3, 0, 0, 0, 0])
    const cases = await casesOf(world.unitId)
    assert.deepEqual(
      cases.map(({ status, source }) => [status, source]),
      [
        ['detected', 'inspection'],
        ['detected', 'change_detection'],
      ]
    )
    assert.closeTo(Number(cases[1]!.areaM2), 900, 1)
    const kept = await db.from('spatial_changes').where('import_id', first.id).orderBy('id')
    assert.deepEqual(
      kept.map((row) => [row.outcome, Number(row.case_id)]),
      [
        ['joined', open.id],
        ['opened', cases[1]!.id],
        ['joined', cases[1]!.id],
      ]
    )
    const steps = await db.from('encroachment_steps').where('case_id', cases[1]!.id)
    assert.isTrue(steps.some(({ note }) => note?.includes('77/2025')))

    const again = await bring(world.unitId, content)
    assert.deepEqual(counts(again), [0, 0, 3, 0, 0])
    assert.lengthOf(await casesOf(world.unitId), 2)
  })

  test('what the file calls licensed is closed by screening with a reason and is not lost', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    await bring(world.unitId, file([{ shape: rectangle(at, 0, 0, 20, 20), licence: '12/2024' }]))
    const [kase] = await casesOf(world.unitId)
    const note = 'مرخص برقم 12/2024'
    const closed = await new ScreenCase().lawful(kase!.id, { ...world.by(world.officer), note })
    assert.equal(closed.status, 'lawful')
    const row = await db.from('spatial_changes').where('case_id', kase!.id).firstOrFail()
    assert.equal(row.licence_no, '12/2024')
  })

  test('points near a case join it, those further away open their own', async ({ assert }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const spot = (x: number): Shape => ({
      type: 'Point',
      coordinates: rectangle(at, x, 0, 1, 1).coordinates[0]![0]! as number[],
    })
    const outcome = await bring(world.unitId, file([0, 10, 60].map((x) => ({ shape: spot(x) }))))
    const rows = await db.from('spatial_changes').where('import_id', outcome.id).orderBy('id')
    assert.deepEqual(
      rows.map((row) => row.outcome),
      ['opened', 'joined', 'opened']
    )
  })

  test('a change after the removal opens the removed case again, an older image does not', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const removed = await world.at('removed', { shape: rectangle(at, 0, 0, 30, 30), areaM2: null })
    assert.equal(removed.status, 'removed')
    const older = await bring(
      world.unitId,
      file([{ on: addDays(removed.statusSince, -5), shape: rectangle(at, 0, 0, 30, 30) }])
    )
    await removed.refresh()
    assert.equal(removed.status, 'removed')
    assert.deepEqual(counts(older), [1, 0, 0, 0, 0])
    const later = await bring(
      world.unitId,
      file([{ on: today(), shape: rectangle(at, 5, 5, 30, 30) }])
    )
    await removed.refresh()
    assert.deepEqual([removed.status, removed.episode], ['detected', 2])
    await undoImport(later.id, { by: SYSTEM })
    await removed.refresh()
    assert.deepEqual([removed.status, removed.episode], ['removed', 1])
    assert.isNotNull(removed.possessionFrom)
  })

  test('an undone file takes its cases back and its numbers may come in again', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const content = file([{ shape: rectangle(at, 0, 0, 20, 20) }])
    const first = await bring(world.unitId, content)
    await undoImport(first.id, { by: SYSTEM })
    const [kase] = await casesOf(world.unitId)
    assert.equal(kase!.status, 'cancelled')
    const again = await bring(world.unitId, content)
    assert.deepEqual(counts(again), [1, 0, 0, 0, 0])
    const cases = await casesOf(world.unitId)
    assert.equal(cases[1]!.status, 'detected')
    // Once someone worked on it, the file stays.
    await new ScreenCase().unlawful(cases[1]!.id, { ...world.by(world.officer), note: 'أرض دولة' })
    const refused = await undoImport(again.id, { by: SYSTEM }).catch((error) => error)
    assert.instanceOf(refused, ImportInUseError)
  })

  test('the unit is that of the place; what lies on the ground of others is refused', async ({
    assert,
  }) => {
    const centre = await aUnit()
    const village = await aUnit(centre)
    const other = await aUnit()
    const at = await freshGround()
    await aLimit(centre, rectangle(at, 0, 0, 2000, 2000))
    await aLimit(village, rectangle(at, 0, 0, 500, 500))
    await aLimit(other, rectangle(at, 2500, 0, 500, 500))
    const outcome = await bring(
      centre,
      file([
        { shape: rectangle(at, 100, 100, 20, 20) },
        { shape: rectangle(at, 1000, 1000, 20, 20) },
        { shape: rectangle(at, 2600, 100, 20, 20) },
      ])
    )
    assert.deepEqual(counts(outcome), [2, 0, 0, 1, 0])
    assert.equal(outcome.reasons[0]!.code, 'place_of_other_unit')
    assert.lengthOf(await casesOf(village), 1)
    assert.lengthOf(await casesOf(centre), 1)
  })

  test('days to come, unknown kinds and rows without a place are refused with a sentence', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const content = [
      'رقم المتغير,تاريخ الرصد,نوع المتغير,الموقع',
      `${number()},${addDays(today(), 1)},بناء,عزبة`,
      `${number()},${ago(3)},تزلج,عزبة`,
      `${number()},${ago(3)},بناء,`,
      `${number()},${ago(3)},تجريف,عزبة البحر`,
    ].join('\n')
    const outcome = await importFile({ kind: KIND, unitId, content })
    assert.deepEqual(counts(outcome), [1, 0, 0, 3, 0])
    assert.deepEqual(
      outcome.reasons.map(({ code }) => code),
      ['not_come', 'not_a_choice', 'place_missing']
    )
    for (const { message } of outcome.reasons) assert.isNotEmpty(message.ar)
  })
})
