import { test } from '@japa/runner'
import { SYSTEM } from '#audit/actor'
import { undoImport } from '#core/imports/undo'
import { aHolder } from '#tests/support/holders'
import { importFile, loadImportReference } from '#tests/support/imports'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'

const CHARGES = [
  'payment_ref,head,period,due_on,amount',
  'U-1,ADV-USE,2026-10,2026-10-15,10.00',
  'U-2,ADV-USE,2026-09,2026-09-15,20.00',
].join('\n')

test.group('An undo under figures that were told', (group) => {
  group.setup(loadImportReference)

  test('the judged months say so until they are run again, and others do not', async ({
    assert,
    client,
  }) => {
    const world = await ReconciliationWorld.make()
    await world.clean('100.00')
    const { id } = await importFile({ kind: 'charges', unitId: world.unit, content: CHARGES })
    await world.run('2026-10')
    assert.deepEqual(await world.differences('2026-10'), ['unpaid U-1 10.00'])
    await undoImport(id, { by: SYSTEM, reason: 'ملف خاطئ' })

    const reader = await aHolder(['revenue.reconciliation.read', 'revenue.differences.read'], {
      unitId: world.gov,
    })
    const textOf = async (page: string, month = '2026-10') =>
      (await client.get(`${page}?unit=${world.gov}&month=${month}`).loginAs(reader)).text()
    for (const page of ['/revenue/reconciliations', '/secretary']) {
      assert.include(await textOf(page), `تراجع عن الاستيراد رقم ${id}`, page)
      // September was never judged: there is nothing old about it.
      assert.notInclude(await textOf(page, '2026-09'), 'أرقام ما قبل التراجع', page)
    }
    const noted = await world.rows(
      'SELECT unit_id, month, import_id FROM outdated_months WHERE unit_id = :unit'
    )
    assert.deepEqual(noted, [{ unit_id: world.unit, month: '2026-10-01', import_id: id }])

    await world.run('2026-10')
    assert.notInclude(await textOf('/revenue/reconciliations'), 'أرقام ما قبل التراجع')
    assert.deepEqual(await world.differences('2026-10'), [])
    const left = await world.rows(
      "SELECT fact_id FROM dispositions WHERE unit_id = :unit AND kind = 'charge'"
    )
    assert.lengthOf(left, 1)
  })

  test('an undo that is refused notes nothing', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    const { id } = await importFile({ kind: 'charges', unitId: world.unit, content: CHARGES })
    await world.receipt({ ref: 'U-1', amount: '10.00' })
    await world.run('2026-10')
    await assert.rejects(() => undoImport(id, { by: SYSTEM }), /لا يمكن التراجع/)
    assert.deepEqual(await world.rows('SELECT * FROM outdated_months WHERE unit_id = :unit'), [])
  })
})
