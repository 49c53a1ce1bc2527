import { test } from '@japa/runner'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { aHolder } from '#tests/support/holders'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'
import { suggestedPair } from '#tests/support/suggested_pair'

test.group('Suggestions in the browser', () => {
  test('one is accepted and pays its charge at once, another is refused, and both leave the list', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const paid = await suggestedPair(world, { name: 'هالة', unit: world.unit, amount: '120.50' })
    const apart = await suggestedPair(world, { name: 'منير', unit: world.unit, amount: '80.25' })
    const officer = await aHolder(
      ['revenue.reconciliation.read', 'revenue.matches.decide', 'revenue.charges.read'],
      { unitId: world.unit }
    )
    await browserContext.loginAs(officer)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const page = await visit(`/revenue/reconciliations?unit=${world.unit}&month=2026-10`)
    const list = page.locator('#suggestions')
    assert.equal(await list.locator('tbody tr').count(), 2)
    await picture(page, 'suggestions')

    await list.locator(`[name="ids[]"][value="${paid}"]`).focus()
    await page.keyboard.press('Space')
    assert.equal(await list.locator('[data-ticked]').innerText(), '1')
    await list.getByRole('button', { name: 'اقبل المحدد' }).click()
    await page.getByText('قُبلت مطابقة واحدة.').waitFor()
    assert.equal(await list.locator('tbody tr').count(), 1)
    assert.include(page.url(), `unit=${world.unit}`)

    await list.locator(`[name="ids[]"][value="${apart}"]`).check()
    await list.getByRole('button', { name: 'ارفض المحدد' }).click()
    await page.getByText('رُفض مقترح واحد.').waitFor()
    assert.equal(await list.locator('tbody tr').count(), 0)

    const decided = await world.rows(
      'SELECT id, state, decided_by FROM match_suggestions WHERE id IN (:paid, :apart) ORDER BY id',
      { paid, apart }
    )
    assert.deepEqual(decided, [
      { id: paid, state: 'accepted', decided_by: officer.id },
      { id: apart, state: 'refused', decided_by: officer.id },
    ])
    const allocated = await world.rows(
      'SELECT amount, decided_by FROM allocations WHERE unit_id = :unit'
    )
    assert.deepEqual(allocated, [{ amount: '120.50', decided_by: officer.id }])
  }).timeout(120_000)
})
