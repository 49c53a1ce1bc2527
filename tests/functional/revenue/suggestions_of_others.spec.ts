import { test } from '@japa/runner'
import { aHolder } from '#tests/support/holders'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'
import { suggestedPair } from '#tests/support/suggested_pair'
import { ticked } from '#tests/support/ticked'

test.group('Suggestions of another unit', () => {
  for (const method of ['POST', 'DELETE'] as const) {
    test(`are neither decided nor told of, alone or among one’s own: ${method}`, async ({
      client,
      assert,
    }) => {
      const world = await ReconciliationWorld.make()
      const city = await world.city()
      const own = await suggestedPair(world, { name: 'هالة', unit: world.unit })
      const foreign = await suggestedPair(world, { name: 'منير', unit: city })
      const officer = await aHolder(['revenue.reconciliation.read', 'revenue.matches.decide'], {
        unitId: world.unit,
      })
      const send = (ids: number[]) =>
        client
          .post(`/revenue/suggestions/decisions${method === 'DELETE' ? '?_method=DELETE' : ''}`)
          .loginAs(officer)
          .withCsrfToken()
          .redirects(0)
          .form(ticked(ids))
      const states = async () =>
        (
          await world.rows<{ state: string }>(
            'SELECT state FROM match_suggestions WHERE id IN (:own, :foreign) ORDER BY id',
            { own, foreign }
          )
        ).map((row) => row.state)

      for (const ids of [[foreign], [own, foreign], [own, 999_999_999]]) {
        ;(await send(ids)).assertStatus(404)
      }
      assert.deepEqual(await states(), ['open', 'open'])
      const page = await client
        .get(`/revenue/reconciliations?unit=${world.unit}&month=2026-10`)
        .loginAs(officer)
      assert.include(page.text(), 'هالة')
      assert.notInclude(page.text(), 'منير')

      ;(await send([own])).assertStatus(303)
      assert.deepEqual(await states(), [method === 'POST' ? 'accepted' : 'refused', 'open'])
    })
  }
})
