import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { FieldCipher, fieldKeysFrom, FieldSealError, type FieldPlace } from '#core/crypto'

const OLD = randomBytes(32).toString('base64')
const NEW = randomBytes(32).toString('base64')
const place: FieldPlace = { table: 'parties', column: 'national_id', row: '01JD2Q8ZK4' }

const cipherOf = (text: string) => new FieldCipher(() => fieldKeysFrom(text))

test.group('Encrypted fields', () => {
  test('any text sealed for a row opens for that row', ({ assert }) => {
    const cipher = cipherOf(OLD)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        assert.equal(cipher.open(cipher.seal(plain, place), place), plain)
      })
    )
  })

  test('the same value sealed twice looks different and shows nothing of itself', ({ assert }) => {
    const cipher = cipherOf(OLD)
    const [one, two] = [cipher.seal('29001012301234', place), cipher.seal('29001012301234', place)]
    assert.notEqual(one, two)
    assert.match(one, /^v1\.[\w-]+$/)
    const bytes = Buffer.from(one.slice(3), 'base64url').toString('latin1')
    assert.notInclude(bytes, '2900101')
  })

  test('a field copied to another {$self} does not open')
    .with(['table', 'column', 'row'] as const)
    .run(({ assert }, part) => {
      const cipher = cipherOf(OLD)
      const sealed = cipher.seal('29001012301234', place)
      assert.throws(() => cipher.open(sealed, { ...place, [part]: 'other' }), /does not open/)
    })

  test('names that only run together the same way are different places', ({ assert }) => {
    const cipher = cipherOf(OLD)
    const sealed = cipher.seal('x', { table: 'ab', column: 'c', row: '1' })
    assert.throws(() => cipher.open(sealed, { table: 'a', column: 'bc', row: '1' }), /not open/)
  })

  test('a field changed in any byte does not open', ({ assert }) => {
    const cipher = cipherOf(OLD)
    const sealed = cipher.seal('29001012301234', place)
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      assert.throws(
        () => cipher.open(`v1.${changed.toString('base64url')}`, place),
        FieldSealError as any
      )
    }
  })

  test('what is not a sealed field is refused: {$self}')
    .with(['', '29001012301234', 'v1.', 'v1.AAAA', 'v9.AAAA', 'v1.@@@'])
    .run(({ assert }, text) => {
      assert.throws(() => cipherOf(OLD).open(text, place), FieldSealError as any)
    })

  test('with another key nothing opens, and the error tells nothing', ({ assert }) => {
    const sealed = cipherOf(OLD).seal('29001012301234', place)
    try {
      cipherOf(NEW).open(sealed, place)
      assert.fail('opened')
    } catch (error) {
      assert.instanceOf(error, FieldSealError)
      assert.notInclude(String(error), '2900101')
    }
  })

  test('keys rotate: old fields open and are stale, new ones use the new key', ({ assert }) => {
    const sealed = cipherOf(OLD).seal('value', place)
    const rotating = cipherOf(`2:${NEW},1:${OLD}`)
    assert.equal(rotating.open(sealed, place), 'value')
    assert.isTrue(rotating.isStale(sealed))
    const again = rotating.seal('value', place)
    assert.match(again, /^v2\./)
    assert.isFalse(rotating.isStale(again))
    assert.throws(() => cipherOf(OLD).open(again, place), /no key of version 2/)
    assert.equal(cipherOf(`2:${NEW}`).open(again, place), 'value')
  })

  test('the version in front cannot be exchanged', ({ assert }) => {
    const cipher = cipherOf(`2:${OLD},1:${OLD}`)
    const sealed = cipher.seal('value', place)
    assert.throws(() => cipher.open(sealed.replace('v2.', 'v1.'), place), FieldSealError as any)
  })

  test('keys that are short, empty, doubled or no base64 are refused: {$self}')
    .with(['', 'abc', randomBytes(16).toString('base64'), `1:${OLD},1:${NEW}`, `${OLD},`])
    .run(({ assert }, text) => {
      assert.throws(() => fieldKeysFrom(text), FieldSealError as any)
    })
})

test.group('Blind index', () => {
  test('equal values meet, other values, kinds and keys do not', ({ assert }) => {
    const cipher = cipherOf(OLD)
    const index = cipher.blindIndex('national_id', '29001012301234')
    assert.match(index, /^[0-9a-f]{64}$/)
    assert.equal(cipher.blindIndex('national_id', '29001012301234'), index)
    assert.notEqual(cipher.blindIndex('national_id', '29001012301235'), index)
    assert.notEqual(cipher.blindIndex('tax_number', '29001012301234'), index)
    assert.notEqual(cipherOf(NEW).blindIndex('national_id', '29001012301234'), index)
    assert.notEqual(cipher.blindIndex('ab', 'c'), cipher.blindIndex('a', 'bc'))
  })

  test('during a rotation a value is looked for under both keys, the new one first', ({
    assert,
  }) => {
    const rotating = cipherOf(`2:${NEW},1:${OLD}`)
    const [first, second] = rotating.blindIndexes('iban', 'EG38')
    assert.equal(first, rotating.blindIndex('iban', 'EG38'))
    assert.equal(second, cipherOf(OLD).blindIndex('iban', 'EG38'))
  })
})
