import { test } from '@japa/runner'
import { aBudgetLine } from '#tests/support/budget'
import { aGrant, aPerson } from '#tests/support/people'

test.group('Execution of one unit', () => {
  test('a unit that is asked for narrows what is added up, not only which sums are shown', async ({
    client,
    assert,
  }) => {
    const one = await aBudgetLine('1000.00')
    const other = await aBudgetLine('700.00')
    const head = await aPerson({ unitId: one.unitId, roles: ['accounts_head'] })
    await aGrant(head.id, 'accounts_head', other.unitId)
    await head.loadAccess()
    for (const by of ['chapter', 'item', 'fund', 'programme']) {
      const rows = async (query: object) => {
        const path = `/budget/reports/execution-by-${by}`
        const file = await client
          .get(path)
          .qs({ format: 'csv', ...query })
          .loginAs(head)
        file.assertStatus(200)
        return file.text()
      }
      assert.include(await rows({}), '1700', by)
      const narrowed = await rows({ unit: other.unitId })
      assert.include(narrowed, '700', by)
      assert.notInclude(narrowed, '1700', by)
      assert.notInclude(narrowed, '1000', by)
    }
  })
})
