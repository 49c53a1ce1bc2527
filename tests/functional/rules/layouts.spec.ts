import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/days'
import { layoutOf } from '#accounts/payments/prints/layouts'
import type { LayoutValues } from '#accounts/rule_tables/layouts'
import { approve, propose, ruleKeepers, versionsOf } from '#tests/support/rules'

const KEY = { form: 'payment-order' }

/** The layout as it stands, with the payee somewhere else. */
async function withPayee(place: Partial<LayoutValues['marks'][string]>) {
  const [standing] = await versionsOf('layouts', KEY)
  const values = standing!.values as LayoutValues
  const { seq } = await db
    .from('form_marks')
    .where({ layout_id: standing!.id, field: 'payee' })
    .firstOrFail()
  const moved = { ...values.marks[seq]!, ...place }
  return { seq: String(seq), values: { ...values, marks: { ...values.marks, [seq]: moved } } }
}

test.group('Layouts of official forms', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a value moves by millimetres from a day; what was printed before keeps its paper', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const from = addDays(today(), 7)
    const before = await layoutOf('payment-order', today(), db as never)
    const { values } = await withPayee({ x: '33.5', y: '41.25' })
    const change = await propose('layouts', { kind: 'version', key: KEY, from, values }, officer)
    await approve(change.id, head)
    const payee = async (on: string) => {
      const layout = await layoutOf('payment-order', on, db as never)
      const { x, y } = layout.first.find(({ field }) => field === 'payee')!
      return { x, y, marks: layout.first.length }
    }
    const old = before.first.find(({ field }) => field === 'payee')!
    assert.deepEqual(await payee(addDays(from, -1)), {
      ...{ x: old.x, y: old.y, marks: before.first.length },
    })
    assert.deepEqual(await payee(from), { x: 33.5, y: 41.25, marks: before.first.length })
    await assert.rejects(
      () => db.from('form_marks').where('layout_id', before.id).update({ x_mm: '1' }),
      /keeps its places/
    )
  })

  test('a value that would stand outside of the paper is named, and no paper of past days is changed', async ({
    assert,
  }) => {
    const { officer } = await ruleKeepers()
    const asked = async (x: string, from: string) => ({
      ...{ kind: 'version' as const, key: KEY, from },
      values: (await withPayee({ x })).values,
    })
    await assert.rejects(
      async () => propose('layouts', await asked('190', today()), officer),
      /\(payee\).*يخرج عن الورقة/
    )
    await assert.rejects(
      async () => propose('layouts', await asked('33', addDays(today(), -1)), officer),
      /طُبق على عمل الأيام الماضية/
    )
  })
})
