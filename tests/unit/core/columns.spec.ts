import 'reflect-metadata'
import { test } from '@japa/runner'
import { BaseModel } from '@adonisjs/lucid/orm'
import { booleanColumn, fiscalDateColumn, jsonColumn, moneyColumn } from '#core/columns'
import { Money } from '#core/money'

class Charge extends BaseModel {
  @moneyColumn({ isPrimary: false })
  declare amount: Money | null

  @booleanColumn()
  declare inUse: boolean | null

  @fiscalDateColumn()
  declare dueOn: string | null

  @jsonColumn()
  declare evidence: { rule: string } | null
}
Charge.boot()

/** What the column makes of a value from the driver, and of one for it. */
function consume(attribute: string, value: unknown) {
  return Charge.$getColumn(attribute)!.consume!(value, attribute, new Charge())
}
function prepare(attribute: string, value: unknown) {
  return Charge.$getColumn(attribute)!.prepare!(value, attribute, new Charge())
}

test.group('Columns', () => {
  test('a row from the driver becomes money, truth, day and data', ({ assert }) => {
    const charge = Charge.$createFromAdapterResult({
      amount: '1234.50',
      in_use: 1,
      due_on: '2026-10-31',
      evidence: '{"rule":"R1"}',
    })!
    assert.isTrue(charge.amount instanceof Money)
    assert.equal(charge.amount!.toString(), '1234.50')
    assert.isTrue(charge.inUse)
    assert.equal(charge.dueOn, '2026-10-31')
    assert.deepEqual(charge.evidence, { rule: 'R1' })
    assert.deepEqual(charge.serialize(), {
      amount: '1234.50',
      inUse: true,
      dueOn: '2026-10-31',
      evidence: { rule: 'R1' },
    })
  })

  test('NULL stays null in both directions', ({ assert }) => {
    for (const attribute of ['amount', 'inUse', 'dueOn', 'evidence']) {
      assert.isNull(consume(attribute, null))
      assert.isNull(prepare(attribute, null))
    }
  })

  test('money goes to the driver as decimal text', ({ assert }) => {
    assert.equal(prepare('amount', Money.of('0.1')), '0.10')
    assert.equal(prepare('amount', '12.5'), '12.50')
  })

  test('a float is stopped on its way in and on its way out', ({ assert }) => {
    assert.throws(() => prepare('amount', 12.5), /never number/)
    assert.throws(() => consume('amount', 12.5), /never number/)
    assert.throws(() => prepare('amount', '12.345'), /two decimals/)
  })

  test('an equal amount leaves the record clean, another one makes it dirty', ({ assert }) => {
    const charge = Charge.$createFromAdapterResult({ amount: '12.50' })!
    charge.amount = Money.of('12.5')
    assert.isFalse(charge.$isDirty)
    charge.amount = Money.of('12.51')
    assert.isTrue(charge.$isDirty)
  })

  test('a day is ISO text alone: {$self} is stopped')
    .with(['2026-02-30', '31/10/2026', '2026-10-31T00:00:00Z', '', 46300, new Date()] as unknown[])
    .run(({ assert }, value) => {
      assert.throws(() => prepare('dueOn', value), /yyyy-mm-dd/)
      assert.throws(() => consume('dueOn', value), /yyyy-mm-dd/)
    })

  test('a truth is 0 or 1 and nothing between', ({ assert }) => {
    assert.isFalse(consume('inUse', 0))
    assert.isTrue(consume('inUse', 1))
    assert.isTrue(consume('inUse', true))
    assert.throws(() => consume('inUse', 2), /neither true nor false/)
    assert.throws(() => consume('inUse', 'no'), /neither true nor false/)
  })

  test('data that the driver has parsed already is taken as it is', ({ assert }) => {
    assert.deepEqual(consume('evidence', { rule: 'R1' }), { rule: 'R1' })
    assert.equal(prepare('evidence', { rule: 'R1' }), '{"rule":"R1"}')
  })
})
