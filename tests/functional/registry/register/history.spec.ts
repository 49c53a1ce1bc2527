import fc from 'fast-check'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { SYSTEM } from '#audit/actor'
import { unionOf } from '#registry/geo/overlay'
import { ellipsoidArea } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'
import db from '@adonisjs/lucid/services/db'
import { assetAsOf, geometryAsOf, registerAsOf } from '#registry/register/as_of'
import { foldFacts, readFacts, sameFact, scaled, type Facts } from '#registry/register/facts'
import { recordFacts } from '#registry/register/record_facts'
import { custodyPeriods } from '#registry/register/project_custody'
import { judgeConservation } from '#registry/rules/geometry'
import { ruleParameters } from '#registry/rules/parameters'
import {
  aParcel,
  anOffice,
  assetRow,
  change,
  newGround,
  outputOf,
  square,
} from '#tests/support/register'

const RUNS = Number(process.env.REGISTER_RUNS ?? 25)

/** A box cut by vertical lines at shares of its width. */
function strips(shape: Shape, cuts: readonly number[]): Shape[] {
  const [[w, s], [e], [, n]] = (shape as any).coordinates[0]
  const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), 1].map(
    (share) => w + (e - w) * share
  )
  return edges.slice(1).map((right, index) => {
    const left = edges[index]!
    return {
      type: 'Polygon',
      coordinates: [
        [
          [left, s],
          [right, s],
          [right, n],
          [left, n],
          [left, s],
        ],
      ],
    }
  })
}

/**
 * Edges are geodesics and the cuts lie on parallels, so that a new corner stands a hair beside the old
 * edge: a millimetre on a kilometre, a hundredth of a thousandth of the area. The rule allows a thousandth.
 */
const nearly = (area: number) => Math.max(0.01, area * 1e-5)

test.group('History of the register', (group) => {
  group.each.teardown(() => clock.restore())

  test('splitting and merging again is the identity: the same ground, the same area', async ({
    assert,
  }) => {
    const office = await anOffice()
    const R6 = await ruleParameters('R6')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: 900 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 4 }),
        async (side, cuts) => {
          const shape = square(side, { ground: newGround() })
          const id = await aParcel(office, { shape })
          const parts = strips(
            shape,
            cuts.map((cut) => cut / 20)
          ).map((geometry) => ({ geometry }))
          const split = await change(office, 'split', { asset_id: id, parts })
          const ids = []
          for (let index = 0; index < parts.length; index++) ids.push(await outputOf(split, index))
          const sums = await Promise.all(
            ids.map(async (one) => Number((await geometryAsOf(one))!.area_m2))
          )
          const merge = await change(office, 'merge', {
            assets: ids.map((one) => ({ asset_id: one })),
          })
          const again = (await geometryAsOf(await outputOf(merge)))!
          const before = ellipsoidArea(shape)
          assert.closeTo(
            sums.reduce((a, b) => a + b, 0),
            before,
            nearly(before)
          )
          assert.closeTo(Number(again.area_m2), before, nearly(before))
          assert.deepEqual(judgeConservation([shape], [again.shape], R6), [])
          assert.closeTo(ellipsoidArea(unionOf([shape, again.shape])), before, nearly(before))
        }
      ),
      { numRuns: RUNS }
    )
  }).timeout(300_000)

  test('after any edits, what is read as of any day and moment is what was kept then', async ({
    assert,
  }) => {
    const office = await anOffice()
    const days = ['2026-01-01', '2026-02-10', '2026-03-20', '2026-05-01', '2026-06-30'] as const
    const edit = fc.record({
      day: fc.constantFrom(...days),
      facts: fc.dictionary(
        fc.constantFrom(
          'street',
          'landmark',
          'width_m',
          'faces',
          'hod',
          'is_in_use',
          'custody_use'
        ),
        fc.integer({ min: 1, max: 5 }),
        { minKeys: 1, maxKeys: 3 }
      ),
    })
    const valueOf = (name: string, n: number) =>
      name === 'custody_use'
        ? { name: `جهة ${n}` }
        : name === 'is_in_use'
          ? n % 2
          : name === 'width_m'
            ? `${n}.5`
            : name === 'faces'
              ? n
              : `${name} ${n}`
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        let moment = Date.parse('2026-07-05T10:00:00.000Z')
        const tick = () => clock.freeze(new Date((moment += 1000)))
        tick()
        const id = await aParcel(office, { shape: null, effectiveOn: days[0] })
        // The model keeps every statement; what is true on a day is the last statement of the latest day.
        const opening = (await assetAsOf(id))!
        const said: { day: string; at: number; facts: Facts }[] = [
          { day: days[0], at: moment, facts: opening },
        ]
        const told = (on: string, known: number) =>
          foldFacts(
            said
              .filter((one) => one.day <= on && one.at <= known)
              .map((one, index) => ({ ...one, index }))
              .sort((a, b) => (a.day === b.day ? a.index - b.index : a.day < b.day ? -1 : 1))
          )
        for (const { day, facts } of edits) {
          tick()
          const given = Object.fromEntries(
            Object.entries(facts).map(([name, n]) => [name, valueOf(name, n)])
          )
          await db.transaction((trx) =>
            recordFacts(id, given, {
              validFrom: day,
              by: SYSTEM,
              reason: 'تجربة',
              retroactive: true,
              trx,
            })
          )
          // What stands already and nothing later covers is not stated once more.
          const stands = told('9999-12-31', moment)
          const news = Object.entries(readFacts(given)).filter(
            ([name, value]) =>
              !sameFact(stands[name], value) ||
              said.some((one) => one.day > day && one.facts[name] !== undefined)
          )
          said.push({ day, at: moment, facts: Object.fromEntries(news) })
          const row = await assetRow(id)
          const now = told('2026-12-31', moment)
          assert.equal(row.street, now.street)
          assert.equal(row.landmark, now.landmark ?? null)
          assert.equal(row.width_m, now.width_m ?? null)
          assert.equal(row.faces, now.faces ?? null)
        }
        for (const on of [...days, '2026-04-15', '2026-12-31']) {
          for (const { at } of said) {
            assert.deepEqual(await assetAsOf(id, { on, known: new Date(at) }), told(on, at))
          }
        }
        const holders = await db
          .from('custodies')
          .where({ asset_id: id, kind: 'use' })
          .orderBy('valid_from')
        const statements = said
          .filter((one) => one.facts.custody_use !== undefined)
          .map((one) => ({
            valid_from: one.day,
            transaction_id: null,
            import_id: null,
            custody: one.facts.custody_use as never,
          }))
        assert.deepEqual(
          holders.map((one) => [one.authority_name, one.valid_from, one.valid_to]),
          custodyPeriods(statements).map((one) => [one.custody.name, one.from, one.to])
        )
      }),
      { numRuns: RUNS }
    )
  }).timeout(300_000)

  test('a unit’s register of a past day has what was there then, moved and ended assets too', async ({
    assert,
  }) => {
    const office = await anOffice()
    const other = await anOffice()
    const at = '2026-03-01'
    const [stays, goes, ends] = [
      await aParcel(office, { shape: null, effectiveOn: at }),
      await aParcel(office, { shape: null, effectiveOn: at }),
      await aParcel(office, { shape: null, effectiveOn: at, facts: { domain: 'private' } }),
    ]
    await change(
      office,
      'disposal',
      { asset_id: ends, how: 'write_off' },
      { effectiveOn: '2026-06-01' }
    )
    await db.transaction((trx) =>
      recordFacts(
        goes,
        { unit_id: other.unitId },
        { validFrom: '2026-06-01', by: SYSTEM, reason: null, trx }
      )
    )
    const read = async (unitId: number, on: string) => {
      const found = new Map<number, Facts>()
      for await (const { assetId, facts } of registerAsOf([unitId], { on }))
        found.set(assetId, facts)
      return found
    }
    const then = await read(office.unitId, '2026-05-31')
    assert.sameMembers([...then.keys()], [stays, goes, ends])
    assert.equal(then.get(ends)!.life_status, 'in_service')
    const now = await read(office.unitId, '2026-06-01')
    assert.sameMembers([...now.keys()], [stays, ends])
    assert.equal(now.get(ends)!.life_status, 'written_off')
    assert.sameMembers([...(await read(other.unitId, '2026-06-01')).keys()], [goes])
    assert.equal((await read(office.unitId, '2026-02-28')).size, 0)
  })

  test('decimals are kept as the column keeps them', ({ assert }) => {
    assert.equal(scaled('١٢٫٥', 3), '12.500')
    assert.equal(scaled(1e-7, 7), '0.0000001')
    assert.equal(scaled('-0.0005', 3), '-0.001')
    assert.equal(scaled('1,234.5', 2), '1234.50')
    assert.isNull(scaled('12m', 2))
  })
})
