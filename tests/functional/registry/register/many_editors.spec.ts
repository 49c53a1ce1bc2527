import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { overlapArea, unionOf } from '#registry/geo/overlay'
import { ellipsoidArea } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'
import { geometryAsOf } from '#registry/register/as_of'
import DecideChange from '#registry/register/decide_change'
import DecideMany from '#registry/register/decide_many'
import { aPerson } from '#tests/support/people'
import {
  aParcel,
  anOffice,
  change,
  newGround,
  outputOf,
  propose,
  square,
  type Office,
} from '#tests/support/register'

const EDITORS = 20

function halves(shape: Shape, share = 0.5): [Shape, Shape] {
  const [[w, s], [e], [, n]] = (shape as any).coordinates[0]
  const middle = w + (e - w) * share
  const box = (a: number, b: number): Shape => ({
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
  return [box(w, middle), box(middle, e)]
}

/** Ground now held by current assets of the unit. */
async function currentShapes(unitId: number): Promise<Shape[]> {
  const rows = await db
    .from('asset_shapes')
    .where('unit_id', unitId)
    .select('asset_id')
    .orderBy('asset_id')
  return Promise.all(rows.map(async (row) => (await geometryAsOf(Number(row.asset_id)))!.shape))
}

function assertNoOverlap(assert: any, shapes: readonly Shape[]) {
  shapes.forEach((one, index) => {
    for (const other of shapes.slice(index + 1)) assert.isBelow(overlapArea(one, other), 0.01)
  })
}

test.group('Twenty editors at once', () => {
  test('of twenty splits of one parcel one wins; nothing is lost and nothing overlaps', async ({
    assert,
  }) => {
    const office = await anOffice()
    const shape = square(200, { ground: newGround() })
    const id = await aParcel(office, { shape })
    const asked = []
    for (let index = 0; index < EDITORS; index++) {
      const parts = halves(shape, (index + 1) / (EDITORS + 1)).map((geometry) => ({ geometry }))
      asked.push(await propose(office, 'split', { asset_id: id, parts }))
    }
    // Each standing proposal is named to the others by R7; the approver lets that pass.
    const overrides = [{ rule: 'R7', reason: 'اختبار التزامن على قطعة واحدة' }]
    const done = await Promise.allSettled(
      asked.map(({ id: one }) => new DecideChange().approve(one, { by: office.checker, overrides }))
    )
    const won = done.filter(({ status }) => status === 'fulfilled')
    assert.lengthOf(won, 1)
    for (const one of done) {
      if (one.status === 'fulfilled') continue
      assert.include(['E_STALE_ASSET', 'E_ASSET_ENDED'], one.reason.code, one.reason.stack)
    }
    const shapes = await currentShapes(office.unitId)
    assert.lengthOf(shapes, 2)
    assertNoOverlap(assert, shapes)
    assert.closeTo(ellipsoidArea(unionOf(shapes)), ellipsoidArea(shape), 0.01)
  }).timeout(180_000)

  test('twenty editors split and merge the same row of parcels: the ground stays whole', async ({
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const count = 8
    const row: number[] = []
    for (let index = 0; index < count; index++) {
      row.push(await aParcel(office, { shape: square(100, { ground, east: index * 100 }) }))
    }
    const before = await currentShapes(office.unitId)
    const whole = before.reduce((sum, shape) => sum + ellipsoidArea(shape), 0)
    const checkers = await Promise.all(
      Array.from({ length: EDITORS }, () =>
        aPerson({ unitId: office.unitId, roles: ['property_head'] })
      )
    )
    const overrides = [{ rule: 'R7', reason: 'اختبار التزامن على قطع متجاورة' }]
    const tally = { done: 0, stale: 0, ended: 0, other: [] as string[] }
    await Promise.all(
      checkers.map(async (checker, editor) => {
        for (let turn = 0; turn < 3; turn++) {
          const own: Office = { ...office, checker }
          try {
            const a = row[(editor + turn) % count]!
            const b = row[(editor + turn + 1) % count]!
            const shape = (await geometryAsOf(a))!.shape
            const merges = (editor + turn) % 3 === 0 && b !== row[0]
            await (merges
              ? change(own, 'merge', { assets: [{ asset_id: a }, { asset_id: b }] }, { overrides })
              : change(
                  own,
                  'split',
                  { asset_id: a, parts: halves(shape).map((geometry) => ({ geometry })) },
                  { overrides }
                ))
            tally.done++
          } catch (error) {
            const { code } = error as { code?: string }
            if (code === 'E_STALE_ASSET') tally.stale++
            else if (code === 'E_ASSET_ENDED') tally.ended++
            else tally.other.push(`${code} ${(error as Error).message.slice(0, 300)}`)
          }
        }
      })
    )
    assert.deepEqual(tally.other, [])
    assert.isAbove(tally.done, 3)
    assert.equal(tally.done + tally.stale + tally.ended, EDITORS * 3)
    const shapes = await currentShapes(office.unitId)
    assertNoOverlap(assert, shapes)
    assert.closeTo(
      shapes.reduce((sum, shape) => sum + ellipsoidArea(shape), 0),
      whole,
      0.05
    )
    const lost = await db.rawQuery(
      `SELECT a.id FROM assets a WHERE a.unit_id = ? AND a.life_status IN ('split', 'merged')
         AND NOT EXISTS (SELECT 1 FROM asset_lineage l WHERE l.from_asset_id = a.id)`,
      [office.unitId]
    )
    assert.lengthOf(lost[0], 0)
  }).timeout(300_000)

  test('two new parcels on the same ground, approved at the same instant: one wins', async ({
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const asked = []
    for (let index = 0; index < EDITORS; index++) {
      const geometry = square(100, { ground, east: index * 20 })
      asked.push(
        await propose(office, 'create', {
          class: 'land.vacant',
          facts: { name: `ق ${index}` },
          geometry,
        })
      )
    }
    const done = await Promise.allSettled(
      asked.map(({ id }) => new DecideChange().approve(id, { by: office.checker }))
    )
    const won = done.filter(({ status }) => status === 'fulfilled').length
    assert.isAtLeast(won, 2)
    for (const one of done) {
      if (one.status === 'rejected')
        assert.deepEqual([...new Set(one.reason.facts?.rules)], ['R2'], one.reason.stack)
    }
    const shapes = await currentShapes(office.unitId)
    assert.lengthOf(shapes, won)
    assertNoOverlap(assert, shapes)
  }).timeout(180_000)

  test('a decision on many is all or nothing', async ({ assert }) => {
    const office = await anOffice()
    const one = await propose(office, 'create', { class: 'land.vacant', facts: { name: 'أ' } })
    const two = await propose(office, 'create', {
      class: 'land.vacant',
      facts: { name: 'ب', unified_property_no: `M-${office.unitId}` },
    })
    const three = await propose(office, 'create', {
      class: 'land.vacant',
      facts: { name: 'ج', unified_property_no: `M-${office.unitId}` },
    })
    const error = await new DecideMany()
      .approve([one.id, two.id, three.id], { by: office.checker })
      .then(
        () => null,
        (e) => e
      )
    assert.deepEqual(error.facts.rules, ['R24'])
    assert.deepEqual(
      [(await one.refresh()).status, (await two.refresh()).status],
      ['proposed', 'proposed']
    )
    const approved = await new DecideMany().approve([two.id, one.id], { by: office.checker })
    assert.deepEqual(
      approved.map(({ status }) => status),
      ['approved', 'approved']
    )
    assert.isNumber(await outputOf(one))
  })
})
