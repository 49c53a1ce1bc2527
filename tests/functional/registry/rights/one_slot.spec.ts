import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addMonths, today } from '#core/days'
import ApproveRight from '#registry/rights/actions/approve_right'
import { aRightsWorld } from '#tests/support/rights_world'

const CONTENDERS = 50

/** Outside a global transaction: each approval must be a transaction of its own. */
test.group('One slot', () => {
  test('50 leases of one slot approved at once: one wins, 49 are told who stands there', async ({
    assert,
  }) => {
    const world = await aRightsWorld()
    const shop = await world.asset()
    const drafts = []
    for (let number = 0; number < CONTENDERS; number++) {
      drafts.push(await world.draft(shop, (await world.party()).partyNo))
    }
    const outcomes = await Promise.allSettled(
      drafts.map(({ id }) => new ApproveRight().approve(id, { by: world.head }))
    )
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    assert.lengthOf(refused, CONTENDERS - 1)
    for (const { reason } of refused) {
      assert.include(['E_RULES_FORBID', 'E_SLOT_TAKEN'], reason.code, String(reason))
    }
    const standing = await db.from('rights').where({ asset_id: shop.id, status: 'approved' })
    assert.lengthOf(standing, 1)
    const slots = await db.from('right_slots').where('asset_id', shop.id)
    assert.deepEqual(
      slots.map((slot) => slot.right_id),
      [standing[0].id]
    )
    assert.lengthOf(
      await db.from('right_terms').whereIn(
        'right_id',
        drafts.map(({ id }) => id)
      ),
      1
    )
  }).timeout(60_000)

  test('the database alone keeps 50 writers out of one slot but one', async ({ assert }) => {
    const world = await aRightsWorld()
    const shop = await world.asset()
    const drafts = []
    for (let number = 0; number < CONTENDERS; number++) {
      drafts.push(await world.draft(shop, (await world.party()).partyNo))
    }
    const outcomes = await Promise.allSettled(
      drafts.map(({ id }, number) =>
        // Each begins on another day; all have a day in common.
        db.rawQuery(
          'INSERT INTO right_slots (asset_id, slot_no, valid_from, valid_to, right_id) VALUES (?, 1, ? - INTERVAL ? DAY, ?, ?)',
          [shop.id, today(), number, addMonths(today(), 1), id]
        )
      )
    )
    assert.lengthOf(
      outcomes.filter(({ status }) => status === 'fulfilled'),
      1
    )
    assert.lengthOf(await db.from('right_slots').where('asset_id', shop.id), 1)
  }).timeout(60_000)
})
