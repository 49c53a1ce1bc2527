import { test } from '@japa/runner'
import fc from 'fast-check'
import { clock } from '#core/clock'
import {
  formatTaxNumber,
  IdentifierError,
  NATIONAL_ID_GOVERNORATES,
  parseIban,
  parseMobile,
  parseNationalId,
  parseTaxNumber,
  verifyCheckCharacter,
  withCheckCharacter,
} from '#core/identifiers'

test.group('National id', (group) => {
  group.each.setup(() => {
    clock.freeze('2026-11-21T10:00:00Z')
    return () => clock.restore()
  })

  test('tells birth date, governorate and sex', ({ assert }) => {
    const id = parseNationalId('29001012301234')
    assert.equal(id.digits, '29001012301234')
    assert.equal(id.birthDate, '1990-01-01')
    assert.equal(id.governorate, '23')
    assert.equal(NATIONAL_ID_GOVERNORATES[id.governorate]!.ar, 'الفيوم')
    assert.equal(id.sex, 'male')
    assert.equal(parseNationalId('30402290100248').birthDate, '2004-02-29')
    assert.equal(parseNationalId('30402290100248').sex, 'female')
  })

  test('is read with Arabic digits, spaces and hyphens', ({ assert }) => {
    assert.equal(parseNationalId('٢٩٠٠١٠١٢٣٠١٢٣٤').digits, '29001012301234')
    assert.equal(parseNationalId(' 2 900101 23-01234 ').digits, '29001012301234')
  })

  test('a wrong check digit warns and does not refuse, because its rule is not official', ({
    assert,
  }) => {
    const matches = [...'0123456789'].filter(
      (digit) => parseNationalId(`2900101230123${digit}`).checkDigitMatches
    )
    assert.lengthOf(matches, 1)
  })

  test('«{0}» is refused: {1}')
    .with<[string, string][]>([
      ['2900101230123', '14 digits'],
      ['290010123012345', '14 digits'],
      ['2900101230123x', '14 digits'],
      ['', '14 digits'],
      ['19001012301234', 'birth date'],
      ['49001012301234', 'birth date'],
      ['29002302301234', 'birth date'],
      ['29013012301234', 'birth date'],
      ['32701012301234', 'birth date'],
      ['29001019901234', 'governorate code 99'],
    ])
    .run(({ assert }, [text, reason]) => {
      assert.throws(() => parseNationalId(text), new RegExp(reason))
    })

  test('the refusal never repeats the number of the person', ({ assert }) => {
    try {
      parseNationalId('29001019901234')
    } catch (error) {
      assert.instanceOf(error, IdentifierError)
      assert.notInclude(JSON.stringify(error), '29001019901234')
      return
    }
    assert.fail('was accepted')
  })

  test('all 27 governorates and births abroad are known', ({ assert }) => {
    assert.lengthOf(Object.keys(NATIONAL_ID_GOVERNORATES), 28)
  })
})

test.group('Bank, telephone and tax numbers', () => {
  test('an Egyptian IBAN is checked and taken apart', ({ assert }) => {
    const iban = parseIban('eg38 0019 0005 0000 0000 2631 8000 2')
    assert.equal(iban.compact, 'EG380019000500000000263180002')
    assert.equal(iban.printed, 'EG38 0019 0005 0000 0000 2631 8000 2')
    assert.deepEqual([iban.bank, iban.branch, iban.account], ['0019', '0005', '00000000263180002'])
  })

  test('every single wrong digit of an IBAN is caught', ({ assert }) => {
    const good = 'EG380019000500000000263180002'
    for (let at = 2; at < good.length; at++) {
      for (const digit of '0123456789') {
        if (digit === good[at]) continue
        assert.throws(
          () => parseIban(good.slice(0, at) + digit + good.slice(at + 1)),
          IdentifierError as any
        )
      }
    }
    assert.throws(() => parseIban('GB82WEST12345698765432'), /EG and 27 digits/)
    assert.throws(() => parseIban('EG38001900050000000026318000'), /EG and 27 digits/)
  })

  test('«{0}» is the mobile number +201012345678')
    .with([
      '01012345678',
      '010 1234 5678',
      '+201012345678',
      '+20 10 1234-5678',
      '00201012345678',
      '201012345678',
      '٠١٠١٢٣٤٥٦٧٨',
    ])
    .run(({ assert }, text) => {
      assert.equal(parseMobile(text), '+201012345678')
    })

  test('«{$self}» is no Egyptian mobile number')
    .with(['0101234567', '010123456789', '01312345678', '0842345678', '+966501234567', 'x', ''])
    .run(({ assert }, text) => {
      assert.throws(() => parseMobile(text), /11 digits/)
    })

  test('a tax number has nine digits and is shown in threes', ({ assert }) => {
    assert.equal(parseTaxNumber('123-456-789'), '123456789')
    assert.equal(parseTaxNumber('١٢٣٤٥٦٧٨٩'), '123456789')
    assert.equal(formatTaxNumber('123456789'), '123-456-789')
    for (const text of ['12345678', '1234567890', '12345678A', '']) {
      assert.throws(() => parseTaxNumber(text), /9 digits/)
    }
  })
})

test.group('Check character of permanent codes', () => {
  test('agrees with published ISO 7064 MOD 37,36 examples', ({ assert }) => {
    // GRid (IFPI) and ISAN (ISO 15706) carry this check.
    assert.equal(withCheckCharacter('A1-2425G-ABC1234002'), 'A1-2425G-ABC1234002-M')
    assert.equal(withCheckCharacter('0000-0000-3A8D-0000'), '0000-0000-3A8D-0000-Z')
    assert.equal(withCheckCharacter('000000003A8D000000000000'), '000000003A8D000000000000-6')
  })

  test('a code carries and proves its check; hyphens, spaces and small letters do not matter', ({
    assert,
  }) => {
    const code = withCheckCharacter('EG-FYM-SNR-AD-000123')
    assert.match(code, /^EG-FYM-SNR-AD-000123-[0-9A-Z]$/)
    assert.isTrue(verifyCheckCharacter(code))
    assert.isTrue(verifyCheckCharacter(code.toLowerCase().replaceAll('-', ' ')))
    assert.isFalse(verifyCheckCharacter('EG-FYM-SNR-AD-000123'))
    assert.isFalse(verifyCheckCharacter(''))
    assert.isFalse(verifyCheckCharacter('كود'))
  })

  test('letters other than A–Z are refused', ({ assert }) => {
    for (const code of ['', 'eg-1', 'EG_1', 'فيوم-1']) {
      assert.throws(() => withCheckCharacter(code), IdentifierError as any)
    }
  })

  test('every single wrong character is caught, and nearly every swap of neighbours', ({
    assert,
  }) => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    let swaps = 0
    let missed = 0
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...alphabet), minLength: 4, maxLength: 20 }),
        (plain) => {
          const code = withCheckCharacter(plain).replace('-', '')
          assert.isTrue(verifyCheckCharacter(code))
          for (let at = 0; at < code.length; at++) {
            for (const other of alphabet) {
              if (other === code[at]) continue
              assert.isFalse(verifyCheckCharacter(code.slice(0, at) + other + code.slice(at + 1)))
            }
            const next = code[at + 1]
            if (!next || next === code[at]) continue
            swaps++
            const swapped = code.slice(0, at) + next + code[at] + code.slice(at + 2)
            if (verifyCheckCharacter(swapped)) missed++
          }
        }
      )
    )
    assert.isBelow(missed / swaps, 0.01)
  })
})
