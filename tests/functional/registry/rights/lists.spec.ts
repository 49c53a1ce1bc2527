import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, addMonths, today } from '#core/days'
import { Money } from '#core/money'
import Right from '#registry/models/right'
import MoveRight from '#registry/rights/actions/move_right'
import MoveRightsOn from '#registry/rights/actions/move_rights_on'
import type { Billing } from '#registry/rights/kinds'
import { holdoverOf } from '#registry/rights/queries/right_page'
import { aRightsWorld, type RightsWorld } from '#tests/support/rights_world'

test.group('Lists of rights', (group) => {
  let world: RightsWorld

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
  })

  /** A right that ended so many days ago and whose holder stayed. */
  async function heldOver(days: number, billing: Billing, amount: string): Promise<Right> {
    const end = addDays(today(), -days)
    const right = await world.approve(
      await world.draft(await world.asset(), (await world.party()).partyNo, {
        validFrom: addMonths(end, -24),
        validTo: end,
        billing,
        periodAmount: Money.of(amount),
        escalationPercent: '10',
        escalationMonths: 12,
      })
    )
    await new MoveRight().activate(right.id, {
      by: { id: world.officer.id, name: 'م' },
      on: right.validFrom,
    })
    return right
  }

  const csv = async (client: any, path: string) => {
    const asked = client.get(path).qs({ format: 'csv' }).loginAs(world.officer)
    asked.request.responseType('blob')
    const answer = await asked
    answer.assertStatus(200)
    return String(answer.body())
  }

  test('the holdover list charges each day as the page of the right does, to the piastre', async ({
    client,
    assert,
  }) => {
    const rights = [
      await heldOver(10, 'monthly', '1000.05'),
      await heldOver(33, 'quarterly', '999.99'),
      await heldOver(200, 'annual', '7777.77'),
    ]
    await new MoveRightsOn().unit(world.unitId)
    // A tariff of the unit's own goes before the general one.
    await db
      .insertQuery()
      .table('dated_settings')
      .insert({
        name: 'registry.rights.holdover',
        unit_id: world.unitId,
        value: JSON.stringify({ factor: '1.35' }),
        valid_from: '2020-01-01',
        legal_reference: 'قرار للتجربة',
        confirmed: 0,
      })
    const text = await csv(client, '/registry/holdovers')
    let total = Money.zero
    for (const { id, rightNo } of rights) {
      const held = (await holdoverOf(await Right.findOrFail(id)))!
      const line = text.split('\n').find((one) => one.includes(rightNo))!
      assert.include(line, String(held.perDay))
      assert.include(line, String(held.due))
      total = total.add(held.due)
    }
    // 1000.05 raised by a tenth, ×12 ×1.35 ÷365.
    assert.equal(String((await holdoverOf(await Right.findOrFail(rights[0]!.id)))!.perDay), '48.82')
    const page = await client.get('/registry/holdovers').loginAs(world.officer)
    assert.include(page.text(), total.format('ar'))
  })

  test('rights on a strategic asset are listed to those alone who are trusted with it', async ({
    client,
    assert,
  }) => {
    const hidden = await world.asset({ security_class: 'strategic' })
    const right = await world.draft(hidden, (await world.party()).partyNo)
    const seen = async (user: typeof world.officer) =>
      (await client.get('/registry/rights').loginAs(user)).text().includes(right.rightNo)
    assert.isFalse(await seen(world.officer))
    assert.isTrue(await seen(world.head))
  })

  test('every list of the part is given as Excel, CSV and PDF', async ({ client, assert }) => {
    for (const path of ['expiries', 'holdovers', 'occupancies', 'valuations', 'disposals']) {
      for (const format of ['xlsx', 'csv', 'pdf']) {
        const asked = client.get(`/registry/${path}`).qs({ format }).loginAs(world.officer)
        asked.request.responseType('blob')
        const answer = await asked
        answer.assertStatus(200)
        assert.isAbove(answer.body().length, 40, `${path} ${format}`)
      }
    }
  })
})
