import fc from 'fast-check'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { SYSTEM } from '#audit/actor'
import MoveUnit from '#identity/actions/move_unit'
import OpenUnit from '#identity/actions/open_unit'
import Unit from '#identity/models/unit'
import UnitChange from '#identity/models/unit_change'
import { aUnit } from '#tests/support/units'
import { aGrant, aPerson } from '#tests/support/people'

const by = SYSTEM

async function closureOf(ids: number[]): Promise<string[]> {
  const rows = await db
    .from('unit_closure')
    .whereIn('ancestor_id', ids)
    .whereIn('descendant_id', ids)
    .select('ancestor_id as a', 'descendant_id as d', 'depth')
  return rows.map(({ a, d, depth }) => `${a}>${d}:${depth}`).sort()
}

/** The closure as it follows from the parents alone. */
async function expectedClosure(ids: number[]): Promise<string[]> {
  const rows = await db.from('units').whereIn('id', ids).select('id', 'parent_id as parent')
  const parents = new Map(rows.map((row) => [row.id as number, row.parent as number | null]))
  const pairs: string[] = []
  for (const id of ids) {
    let depth = 0
    for (let at: number | null = id; at && parents.has(at); at = parents.get(at)!) {
      pairs.push(`${at}>${id}:${depth++}`)
    }
  }
  return pairs.sort()
}

test.group('Units', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a unit opens under another with a code that begins with its parent’s', async ({
    assert,
  }) => {
    const parent = await Unit.findOrFail(await aUnit())
    const unit = await new OpenUnit().handle(
      {
        parentId: parent.id,
        codePart: 'sn1',
        kind: 'city',
        nameAr: 'مدينة الشمس',
        nameEn: 'Sun City',
      },
      { by, decisionNo: '512' }
    )
    assert.equal(unit.code, `${parent.code}-SN1`)
    assert.deepEqual(await closureOf([parent.id, unit.id]), [
      `${parent.id}>${parent.id}:0`,
      `${parent.id}>${unit.id}:1`,
      `${unit.id}>${unit.id}:0`,
    ])
    const trail = await db.from('trail').where('unit_id', unit.id)
    assert.lengthOf(trail, 1)
    assert.equal(trail[0].action, 'unit.opened')
    await assert.rejects(
      () =>
        new OpenUnit().handle(
          { parentId: parent.id, codePart: 'SN1', kind: 'city', nameAr: 'أخرى', nameEn: 'Other' },
          { by }
        ),
      /لوحدة أخرى/
    )
  })

  test('a renamed unit keeps its code, its old name in its history, and is found by both names', async ({
    assert,
  }) => {
    const unit = await Unit.findOrFail(await aUnit())
    const { code, nameAr } = unit
    await unit.rename({ nameAr: 'مركز المستقبل', nameEn: 'Future' }, { by, on: '2026-07-01' })
    const fresh = await Unit.findOrFail(unit.id)
    assert.equal(fresh.nameAr, 'مركز المستقبل')
    assert.equal(fresh.code, code)
    assert.include(fresh.searchText, 'مركز المستقبل')
    const [change] = await UnitChange.query().where('unit_id', unit.id)
    assert.equal(change!.beforeValue.nameAr, nameAr)
    assert.equal(change!.afterValue.nameAr, 'مركز المستقبل')
    assert.equal(change!.effectiveOn, '2026-07-01')
  })

  test('a move takes all below along, keeps the codes, and is seen by grants at once', async ({
    assert,
  }) => {
    const [north, south] = [await aUnit(), await aUnit()]
    const town = await aUnit(north)
    const village = await aUnit(town)
    const reader = await aPerson({ unitId: south, roles: ['governor'] })
    assert.isFalse(reader.can('revenue.charges.read', village))

    const before = await Unit.findOrFail(town)
    await new MoveUnit().handle({ unitId: town, parentId: south }, { by, decisionNo: '9/2026' })

    await reader.loadAccess()
    assert.isTrue(reader.can('revenue.charges.read', village))
    const after = await Unit.findOrFail(town)
    assert.equal(after.code, before.code)
    assert.equal(after.parentId, south)
    const [change] = await UnitChange.query().where('unit_id', town)
    assert.deepInclude(change!.beforeValue, { parentId: north })
    assert.equal(change!.decisionNo, '9/2026')
  })

  test('a unit is not moved below itself, and the root does not move', async ({ assert }) => {
    const top = await aUnit()
    const town = await aUnit(top)
    const village = await aUnit(town)
    const move = (unitId: number, parentId: number) =>
      new MoveUnit().handle({ unitId, parentId }, { by })
    await assert.rejects(() => move(town, village), /لا تُنقل الوحدة/)
    await assert.rejects(() => move(town, town), /لا تُنقل الوحدة/)
    await assert.rejects(() => move(top, village), /أصل شجرة الوحدات/)
    assert.equal((await Unit.findOrFail(town)).parentId, top)
  })

  test('a unit closes only after those below it, takes no new ones, and may reopen', async ({
    assert,
  }) => {
    const top = await aUnit()
    const town = await Unit.findOrFail(await aUnit(top))
    const village = await Unit.findOrFail(await aUnit(town.id))
    await assert.rejects(() => town.close({ by }), new RegExp(village.code))
    await village.close({ by })
    await town.close({ by })
    assert.isFalse((await Unit.findOrFail(town.id)).isOpen)
    await assert.rejects(
      () =>
        new OpenUnit().handle(
          { parentId: town.id, codePart: 'NEW', kind: 'city', nameAr: 'جديدة', nameEn: 'New' },
          { by }
        ),
      /مغلقة/
    )
    await town.reopen({ by })
    assert.isTrue((await Unit.findOrFail(town.id)).isOpen)
    const kinds = await UnitChange.query().where('unit_id', town.id).orderBy('id')
    assert.deepEqual(
      kinds.map((change) => change.kind),
      ['close', 'reopen']
    )
  })

  test('after any moves the closure is what the parents say', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }),
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 5, maxLength: 15 }),
        async (shape, moves) => {
          const ids = [await aUnit()]
          for (const [index, pick] of shape.entries()) {
            ids.push(await aUnit(ids[pick % (index + 1)]!))
          }
          for (const [unit, parent] of moves) {
            await new MoveUnit()
              .handle({ unitId: ids[unit]!, parentId: ids[parent]! }, { by })
              .catch((error) => {
                if (!/^E_UNIT_/.test(error.code)) throw error
              })
          }
          assert.deepEqual(await closureOf(ids), await expectedClosure(ids))
        }
      ),
      { numRuns: 12, seed: 7 }
    )
  })

  test('a person sees the units granted to him and all below them, no others', async ({
    assert,
  }) => {
    const top = await aUnit()
    const own = await aUnit(top)
    const child = await aUnit(own)
    const sibling = await aUnit(top)
    const reader = await aPerson({ unitId: own })
    await aGrant(reader.id, 'storekeeper', own)
    await reader.loadAccess()
    const seen = await Unit.visibleTo(reader).select('id')
    assert.sameMembers(
      seen.map((unit) => unit.id),
      [own, child]
    )
    assert.notInclude(
      seen.map((unit) => unit.id),
      sibling
    )
  })
})
