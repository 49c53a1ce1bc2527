import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { decisionNeeded } from '#budget/virements/rules'
import { pounds } from '#tests/support/budget'
import { aUnit } from '#tests/support/units'

test.group('Whose decision a virement needs', () => {
  test('bands of amounts meet without a gap: no amount passes by a lower authority, and none is nobody’s', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const bands = [
      { scope: 'group', upTo: '10000.00', authority: 'competent_authority' },
      { scope: 'group', upTo: '100000.00', authority: 'finance_ministry' },
      { scope: 'group', upTo: null, authority: 'law' },
    ]
    await db.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference)
       VALUES ('budget.virement.rules', ?, ?, '2026-07-01', 'التأشيرات العامة 2026/2027')`,
      [unitId, JSON.stringify(bands)]
    )
    const whose = async (amount: string, scope: 'group' | 'funds' = 'group', on = '2026-11-22') =>
      (await decisionNeeded({ scope, amount: pounds(amount) }, { on, unitId })).authority
    assert.equal(await whose('0.01'), 'competent_authority')
    assert.equal(await whose('10000.00'), 'competent_authority')
    assert.equal(await whose('10000.01'), 'finance_ministry')
    assert.equal(await whose('100000.00'), 'finance_ministry')
    assert.equal(await whose('100000.01'), 'law')
    assert.equal(await whose('1.00', 'funds'), 'nobody', 'what no rule names is not allowed')
    assert.equal(await whose('0.01', 'group', '2026-06-30'), 'finance_ministry', 'the year before')
  })
})
