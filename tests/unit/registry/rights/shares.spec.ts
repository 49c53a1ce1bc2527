import fc from 'fast-check'
import { test } from '@japa/runner'
import { judgeShares, overOneDenominator, parseShare, sumOf } from '#registry/rights/shares'

const share = (partyId: number, written: string) => ({
  partyId,
  written,
  ...parseShare(written)!,
})

test.group('Shares of a right', () => {
  const read: [string, bigint, bigint][] = [
    ['1/3', 1n, 3n],
    ['٨ / ٢٤', 8n, 24n],
    ['8 قراريط', 8n, 24n],
    ['١ قيراط', 1n, 24n],
    ['1', 1n, 1n],
    ['الكل', 1n, 1n],
  ]
  for (const [text, numerator, denominator] of read) {
    test(`reads «${text}» as ${numerator}/${denominator}`, ({ assert }) => {
      assert.deepEqual(parseShare(text), { numerator, denominator })
    })
  }

  for (const text of ['0/3', '4/3', '0.5', '1/0', 'نصف', '25 قيراط', '-1/2', '']) {
    test(`does not read «${text}» as a share`, ({ assert }) => {
      assert.isNull(parseShare(text))
    })
  }

  test('R12 passes thirds, which no float adds up to one', ({ assert }) => {
    assert.deepEqual(judgeShares([share(1, '1/3'), share(2, '1/3'), share(3, '1/3')]), [])
    assert.deepEqual(judgeShares([share(1, '8 ط'), share(2, '1/2'), share(3, '1/6')]), [])
  })

  test('R12 refuses shares one part in a hundred million short of the whole', ({ assert }) => {
    const [finding] = judgeShares([share(1, '1/2'), share(2, '49999999/100000000')])
    assert.equal(finding!.rule, 'R12')
    assert.equal(finding!.severity, 'critical')
    assert.include(finding!.messages.ar, '99999999/100000000')
    assert.isFalse(finding!.overridable)
  })

  test('R12 refuses a partner who is named twice', ({ assert }) => {
    assert.lengthOf(judgeShares([share(1, '1/2'), share(1, '1/2')]), 1)
  })

  test('any whole cut into any parts is one again, over one denominator', ({ assert }) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }),
        (parts) => {
          const whole = parts.reduce((sum, part) => sum + part, 0)
          const shares = parts.map((part, id) => ({
            partyId: id,
            written: `${part}/${whole}`,
            numerator: BigInt(part),
            denominator: BigInt(whole),
          }))
          assert.deepEqual(sumOf(shares), { numerator: 1n, denominator: 1n })
          const stored = overOneDenominator(shares)
          assert.equal(
            stored.reduce((sum, { numerator }) => sum + numerator, 0n),
            stored[0]!.denominator
          )
        }
      )
    )
  })
})
