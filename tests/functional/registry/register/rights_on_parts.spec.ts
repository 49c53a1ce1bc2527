import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import type { Shape } from '#registry/geo/types'
import Asset from '#registry/models/asset'
import Right from '#registry/models/right'
import MoveRight from '#registry/rights/actions/move_right'
import {
  aParcel,
  change,
  newGround,
  outputOf,
  propose,
  square,
  type Office,
} from '#tests/support/register'
import { aRightsWorld, type RightsWorld } from '#tests/support/rights_world'

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as any
  )
const effectiveOn = today()

function halves(shape: Shape): { geometry: Shape }[] {
  const [[w, s], [e], [, n]] = (shape as any).coordinates[0]
  const middle = (w + e) / 2
  return [
    [w, middle],
    [middle, e],
  ].map(([a, b]) => ({
    geometry: {
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
    },
  }))
}

const officeOf = ({ unitId, officer, head }: RightsWorld): Office => ({
  unitId,
  maker: officer,
  checker: head,
})

/** A parcel let by a lease in force. */
async function letParcel(world: RightsWorld, shape: Shape) {
  const id = await aParcel(officeOf(world), {
    shape,
    facts: { domain: 'private' },
    effectiveOn: addDays(effectiveOn, -400),
  })
  const { partyNo } = await world.party()
  const right = await world.approve(await world.draft(await Asset.findOrFail(id), partyNo))
  await new MoveRight().activate(right.id, { by: world.officer.asActor() })
  return { id, right }
}

test.group('Rights when their ground is split or merged', () => {
  test('a split that forgets a right is refused (R7, R8)', async ({ assert }) => {
    const world = await aRightsWorld()
    const shape = square(100, { ground: newGround() })
    const { id, right } = await letParcel(world, shape)
    const asked = { asset_id: id, parts: halves(shape) }
    const made = await propose(officeOf(world), 'split', asked, { effectiveOn })
    assert.sameMembers(
      made.findings!.map(({ rule }) => rule),
      ['R7', 'R8']
    )
    const error = await thrown(
      change(
        officeOf(world),
        'split',
        { ...asked, rights: [{ right_id: right.id, part: 5 }] },
        { effectiveOn }
      )
    )
    assert.include(error.facts.rules, 'R8')
    const stranger = await thrown(
      change(
        officeOf(world),
        'split',
        { ...asked, rights: [{ right_id: 999_999_999, part: 0 }] },
        { effectiveOn }
      )
    )
    assert.include(stranger.facts.rules, 'R8')
  })

  test('the right goes to the part that was named, with its place and its occupant; a cancellation brings it back', async ({
    assert,
  }) => {
    const world = await aRightsWorld()
    const shape = square(100, { ground: newGround() })
    const { id, right } = await letParcel(world, shape)
    const rights = [{ right_id: right.id, part: 1 }]
    const split = await change(
      officeOf(world),
      'split',
      { asset_id: id, parts: halves(shape), rights },
      { effectiveOn }
    )
    const part = await outputOf(split, 1)
    assert.equal((await Right.findOrFail(right.id)).assetId, part)
    const places = async () =>
      (await db.from('right_slots').where('right_id', right.id)).map((row) => Number(row.asset_id))
    const occupied = async () =>
      (await db.from('occupancies').where({ right_id: right.id, valid_to: '9999-12-31' })).map(
        (row) => Number(row.asset_id)
      )
    assert.deepEqual([...new Set(await places())], [part])
    assert.deepEqual(await occupied(), [part])
    assert.lengthOf(
      await db.from('trail').where({ action: 'right.moved', subject_id: right.id }),
      1
    )
    await change(officeOf(world), 'cancellation', { transaction_id: split.id }, { effectiveOn })
    assert.equal((await Right.findOrFail(right.id)).assetId, id)
    assert.deepEqual([...new Set(await places())], [id])
    assert.deepEqual(await occupied(), [id])
  })

  test('an approved right is moved by nothing else', async ({ assert }) => {
    const world = await aRightsWorld()
    const { right } = await letParcel(world, square(100, { ground: newGround() }))
    const other = await aParcel(officeOf(world), { shape: null })
    const error = await thrown(
      db.rawQuery('UPDATE rights SET asset_id = ? WHERE id = ?', [other, right.id])
    )
    assert.match(error.message, /keeps its asset/)
  })

  test('two let parcels do not become one (R10); one of them let, they do', async ({ assert }) => {
    const world = await aRightsWorld()
    const [one, two] = halves(square(100, { ground: newGround() }))
    const a = await letParcel(world, one!.geometry)
    const b = await letParcel(world, two!.geometry)
    const rights = [a, b].map(({ right }) => ({ right_id: right.id, part: 0 }))
    const assets = [{ asset_id: a.id }, { asset_id: b.id }]
    const error = await thrown(
      change(officeOf(world), 'merge', { assets, rights }, { effectiveOn })
    )
    assert.deepEqual(error.facts.rules, ['R10'])
    const ground = newGround()
    const [west, east] = halves(square(100, { ground }))
    const let1 = await letParcel(world, west!.geometry)
    const free = await aParcel(officeOf(world), {
      shape: east!.geometry,
      facts: { domain: 'private' },
    })
    const merged = await change(
      officeOf(world),
      'merge',
      {
        assets: [{ asset_id: let1.id }, { asset_id: free }],
        rights: [{ right_id: let1.right.id, part: 0 }],
      },
      { effectiveOn }
    )
    assert.equal((await Right.findOrFail(let1.right.id)).assetId, await outputOf(merged))
  })
})
