import { test } from '@japa/runner'
import fc from 'fast-check'
import { amountInWords, NegativeAmountInWordsError, type GrammarCase } from '#core/amount_in_words'
import { Money } from '#core/money'

const END = ' فقط لا غير'
const anyAmount = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  // Round amounts and amounts just past them are where the grammar turns.
  fc
    .tuple(fc.nat(9999), fc.nat(13), fc.nat(350))
    .map(([head, zeros, tail]) => BigInt(head) * 10n ** BigInt(zeros) + BigInt(tail))
)
const cases: GrammarCase[] = ['nominative', 'accusative', 'genitive']

function words(amount: string, grammar?: GrammarCase) {
  return amountInWords(Money.of(amount), 'ar', { case: grammar })
}

test.group('Amounts in Arabic words', () => {
  test('{0} is «{1} فقط لا غير»')
    .with<[string, string][]>([
      ['0', 'صفر جنيه'],
      ['0.01', 'قرش واحد'],
      ['0.02', 'قرشان'],
      ['0.03', 'ثلاثة قروش'],
      ['0.05', 'خمسة قروش'],
      ['0.08', 'ثمانية قروش'],
      ['0.10', 'عشرة قروش'],
      ['0.11', 'أحد عشر قرشًا'],
      ['0.12', 'اثنا عشر قرشًا'],
      ['0.18', 'ثمانية عشر قرشًا'],
      ['0.20', 'عشرون قرشًا'],
      ['0.21', 'واحد وعشرون قرشًا'],
      ['0.25', 'خمسة وعشرون قرشًا'],
      ['0.50', 'خمسون قرشًا'],
      ['0.99', 'تسعة وتسعون قرشًا'],
      ['1', 'جنيه واحد'],
      ['2', 'جنيهان'],
      ['3', 'ثلاثة جنيهات'],
      ['4', 'أربعة جنيهات'],
      ['5', 'خمسة جنيهات'],
      ['6', 'ستة جنيهات'],
      ['7', 'سبعة جنيهات'],
      ['8', 'ثمانية جنيهات'],
      ['9', 'تسعة جنيهات'],
      ['10', 'عشرة جنيهات'],
      ['11', 'أحد عشر جنيهًا'],
      ['12', 'اثنا عشر جنيهًا'],
      ['13', 'ثلاثة عشر جنيهًا'],
      ['14', 'أربعة عشر جنيهًا'],
      ['15', 'خمسة عشر جنيهًا'],
      ['16', 'ستة عشر جنيهًا'],
      ['17', 'سبعة عشر جنيهًا'],
      ['18', 'ثمانية عشر جنيهًا'],
      ['19', 'تسعة عشر جنيهًا'],
      ['20', 'عشرون جنيهًا'],
      ['21', 'واحد وعشرون جنيهًا'],
      ['22', 'اثنان وعشرون جنيهًا'],
      ['23', 'ثلاثة وعشرون جنيهًا'],
      ['30', 'ثلاثون جنيهًا'],
      ['38', 'ثمانية وثلاثون جنيهًا'],
      ['40', 'أربعون جنيهًا'],
      ['60', 'ستون جنيهًا'],
      ['70', 'سبعون جنيهًا'],
      ['80', 'ثمانون جنيهًا'],
      ['99', 'تسعة وتسعون جنيهًا'],
      ['100', 'مائة جنيه'],
      ['101', 'مائة جنيه وجنيه واحد'],
      ['102', 'مائة جنيه وجنيهان'],
      ['103', 'مائة وثلاثة جنيهات'],
      ['110', 'مائة وعشرة جنيهات'],
      ['111', 'مائة وأحد عشر جنيهًا'],
      ['112', 'مائة واثنا عشر جنيهًا'],
      ['120', 'مائة وعشرون جنيهًا'],
      ['121', 'مائة وواحد وعشرون جنيهًا'],
      ['199', 'مائة وتسعة وتسعون جنيهًا'],
      ['200', 'مائتا جنيه'],
      ['201', 'مائتا جنيه وجنيه واحد'],
      ['202', 'مائتا جنيه وجنيهان'],
      ['203', 'مائتان وثلاثة جنيهات'],
      ['211', 'مائتان وأحد عشر جنيهًا'],
      ['300', 'ثلاثمائة جنيه'],
      ['400', 'أربعمائة جنيه'],
      ['555', 'خمسمائة وخمسة وخمسون جنيهًا'],
      ['600', 'ستمائة جنيه'],
      ['700', 'سبعمائة جنيه'],
      ['800', 'ثمانمائة جنيه'],
      ['999', 'تسعمائة وتسعة وتسعون جنيهًا'],
      ['1000', 'ألف جنيه'],
      ['1001', 'ألف جنيه وجنيه واحد'],
      ['1002', 'ألف جنيه وجنيهان'],
      ['1003', 'ألف وثلاثة جنيهات'],
      ['1011', 'ألف وأحد عشر جنيهًا'],
      ['1100', 'ألف ومائة جنيه'],
      ['1101', 'ألف ومائة جنيه وجنيه واحد'],
      ['1200', 'ألف ومائتا جنيه'],
      ['1234.50', 'ألف ومائتان وأربعة وثلاثون جنيهًا وخمسون قرشًا'],
      ['2000', 'ألفا جنيه'],
      ['2001', 'ألفا جنيه وجنيه واحد'],
      ['2003', 'ألفان وثلاثة جنيهات'],
      ['2500', 'ألفان وخمسمائة جنيه'],
      ['3000', 'ثلاثة آلاف جنيه'],
      ['8000', 'ثمانية آلاف جنيه'],
      ['10000', 'عشرة آلاف جنيه'],
      ['10010', 'عشرة آلاف وعشرة جنيهات'],
      ['11000', 'أحد عشر ألف جنيه'],
      ['11005', 'أحد عشر ألفًا وخمسة جنيهات'],
      ['12000', 'اثنا عشر ألف جنيه'],
      ['20000', 'عشرون ألف جنيه'],
      ['21500', 'واحد وعشرون ألفًا وخمسمائة جنيه'],
      ['48410', 'ثمانية وأربعون ألفًا وأربعمائة وعشرة جنيهات'],
      ['44634.30', 'أربعة وأربعون ألفًا وستمائة وأربعة وثلاثون جنيهًا وثلاثون قرشًا'],
      ['100000', 'مائة ألف جنيه'],
      ['100005', 'مائة ألف وخمسة جنيهات'],
      ['101000', 'مائة ألف وألف جنيه'],
      ['102000', 'مائة ألف وألفا جنيه'],
      ['102003', 'مائة ألف وألفان وثلاثة جنيهات'],
      ['103000', 'مائة وثلاثة آلاف جنيه'],
      ['111000', 'مائة وأحد عشر ألف جنيه'],
      ['200000', 'مائتا ألف جنيه'],
      ['202000', 'مائتا ألف وألفا جنيه'],
      ['397200', 'ثلاثمائة وسبعة وتسعون ألفًا ومائتا جنيه'],
      ['500000', 'خمسمائة ألف جنيه'],
      ['1000000', 'مليون جنيه'],
      ['1000001', 'مليون جنيه وجنيه واحد'],
      ['1001000', 'مليون وألف جنيه'],
      ['2000000', 'مليونا جنيه'],
      ['2000002', 'مليونا جنيه وجنيهان'],
      ['2000003', 'مليونان وثلاثة جنيهات'],
      ['3000000', 'ثلاثة ملايين جنيه'],
      ['11000000', 'أحد عشر مليون جنيه'],
      ['11000500', 'أحد عشر مليونًا وخمسمائة جنيه'],
      ['101000000', 'مائة مليون ومليون جنيه'],
      ['1000000000', 'مليار جنيه'],
      ['2000000000', 'مليارا جنيه'],
      ['2500000000', 'ملياران وخمسمائة مليون جنيه'],
      ['3000000000', 'ثلاثة مليارات جنيه'],
      ['1000000000000', 'تريليون جنيه'],
      ['9000000000000000', 'تسعة كوادريليونات جنيه'],
      ['1.01', 'جنيه واحد وقرش واحد'],
      ['2.02', 'جنيهان وقرشان'],
      ['3.03', 'ثلاثة جنيهات وثلاثة قروش'],
      ['100.10', 'مائة جنيه وعشرة قروش'],
      ['102.11', 'مائة جنيه وجنيهان وأحد عشر قرشًا'],
      ['1000.75', 'ألف جنيه وخمسة وسبعون قرشًا'],
    ])
    .run(({ assert }, [amount, expected]) => {
      assert.equal(words(amount), expected + END)
    })

  test('the mistakes of other systems are not made: {0} is never «{1}»')
    .with<[string, string][]>([
      ['1', 'واحد جنيه'],
      ['101', 'واحد جنيه'],
      ['2', 'اثنان جنيه'],
      ['3000000', 'ثلاثة مليون'],
      ['3000000000', 'ثلاثة مليار جنيه'],
      ['0.05', 'خمسة قرش'],
      ['0.50', 'صفر جنيه'],
      ['0.50', 'خمسون قرش '],
      ['200', 'مائتان جنيه'],
      ['2000', 'ألفان جنيه'],
      ['2000', 'اثنان ألف'],
      ['11', 'أحد عشر جنيه '],
      ['11', 'إحدى عشرة'],
      ['5', 'خمس جنيهات'],
      ['100', 'مائة جنيهًا'],
    ])
    .run(({ assert }, [amount, wrong]) => {
      assert.notInclude(words(amount), wrong)
    })

  test('{0} {1} is «{2}»')
    .with<[string, GrammarCase, string][]>([
      ['1', 'accusative', 'جنيهًا واحدًا'],
      ['2', 'accusative', 'جنيهين'],
      ['12', 'accusative', 'اثني عشر جنيهًا'],
      ['21', 'accusative', 'واحدًا وعشرين جنيهًا'],
      ['21', 'genitive', 'واحد وعشرين جنيهًا'],
      ['102', 'accusative', 'مائة جنيه وجنيهين'],
      ['200', 'accusative', 'مائتي جنيه'],
      ['1003', 'accusative', 'ألفًا وثلاثة جنيهات'],
      ['1003', 'genitive', 'ألف وثلاثة جنيهات'],
      ['2000', 'accusative', 'ألفي جنيه'],
      ['2003', 'genitive', 'ألفين وثلاثة جنيهات'],
      ['1000000', 'accusative', 'مليون جنيه'],
      ['0.22', 'accusative', 'اثنين وعشرين قرشًا'],
    ])
    .run(({ assert }, [amount, grammar, expected]) => {
      assert.equal(words(amount, grammar), expected + END)
    })

  test('a negative amount is refused, in both languages', ({ assert }) => {
    for (const locale of ['ar', 'en'] as const) {
      assert.throws(() => amountInWords(Money.of('-5'), locale), NegativeAmountInWordsError as any)
    }
  })

  test('the words of any amount, read back, are that amount', ({ assert }) => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom(...cases), (piastres, grammar) => {
        const text = amountInWords(Money.piastres(piastres), 'ar', { case: grammar })
        assert.equal(readArabic(text), piastres, text)
      }),
      { numRuns: 5000 }
    )
  })

  test('every small amount, read back, is that amount', ({ assert }) => {
    for (let piastres = 0n; piastres < 10n ** 7n; piastres += piastres < 120_000n ? 1n : 9973n) {
      const text = amountInWords(Money.piastres(piastres))
      if (readArabic(text) !== piastres) assert.fail(`${piastres}: ${text}`)
    }
  })

  test('the counted noun follows the last number: 3–10 plural, 11–99 accusative, rounds genitive', ({
    assert,
  }) => {
    fc.assert(
      fc.property(anyAmount, (piastres) => {
        const pounds = piastres / 100n
        fc.pre(pounds > 0n)
        const text = amountInWords(Money.piastres(pounds * 100n))
        const last = text.slice(0, -END.length).split(' ').at(-1)
        const rest = Number(pounds % 100n)
        const expected =
          rest === 0
            ? 'جنيه'
            : rest === 1
              ? 'واحد'
              : rest === 2
                ? last!.replace(/^و/, '')
                : rest <= 10
                  ? 'جنيهات'
                  : 'جنيهًا'
        assert.equal(last!.replace(/^و(?=جنيه)/, ''), expected, text)
        if (rest === 2) assert.match(text, /(^|و| )جنيهان فقط/)
        assert.notMatch(text, /ان (جنيه|ألف|مليون|مليار)( |$)/, 'a dual keeps its nun in construct')
        assert.notMatch(text, / {2}| و |^و(?!احد)/)
      }),
      { numRuns: 3000 }
    )
  })
})

test.group('Amounts in English words', () => {
  test('{0} is «{1}»')
    .with<[string, string][]>([
      ['0', 'Zero Egyptian pounds only'],
      ['0.01', 'One piastre only'],
      ['0.50', 'Fifty piastres only'],
      ['1', 'One Egyptian pound only'],
      ['1.01', 'One Egyptian pound and one piastre only'],
      ['21', 'Twenty-one Egyptian pounds only'],
      ['115', 'One hundred fifteen Egyptian pounds only'],
      ['1234.50', 'One thousand two hundred thirty-four Egyptian pounds and fifty piastres only'],
      ['2000002', 'Two million two Egyptian pounds only'],
      ['1000000000', 'One billion Egyptian pounds only'],
    ])
    .run(({ assert }, [amount, expected]) => {
      assert.equal(amountInWords(Money.of(amount), 'en'), expected)
    })
})

const VALUES: Record<string, bigint> = {
  واحد: 1n,
  اثنان: 2n,
  اثنين: 2n,
  اثنا: 2n,
  اثني: 2n,
  أحد: 1n,
  ثلاثة: 3n,
  أربعة: 4n,
  خمسة: 5n,
  ستة: 6n,
  سبعة: 7n,
  ثمانية: 8n,
  تسعة: 9n,
  عشرة: 10n,
  عشر: 10n,
}
for (const [index, stem] of 'عشر ثلاث أربع خمس ست سبع ثمان تسع'.split(' ').entries()) {
  VALUES[`${stem}ون`] = VALUES[`${stem}ين`] = BigInt(index + 2) * 10n
  if (index > 0) VALUES[`${stem}مائة`] = BigInt(index + 2) * 100n
}
VALUES['مائة'] = 100n
for (const form of ['مائتان', 'مائتين', 'مائتا', 'مائتي']) VALUES[form] = 200n

const NOUNS = new Map<string, { value: bigint; dual: boolean; unit?: 'pound' | 'piastre' }>()
for (const [one, plural, value, unit] of [
  ['ألف', 'آلاف', 10n ** 3n, undefined],
  ['مليون', 'ملايين', 10n ** 6n, undefined],
  ['مليار', 'مليارات', 10n ** 9n, undefined],
  ['تريليون', 'تريليونات', 10n ** 12n, undefined],
  ['كوادريليون', 'كوادريليونات', 10n ** 15n, undefined],
  ['جنيه', 'جنيهات', 1n, 'pound'],
  ['قرش', 'قروش', 1n, 'piastre'],
] as const) {
  for (const form of [one, plural, `${one}ًا`]) NOUNS.set(form, { value, dual: false, unit })
  for (const end of ['ان', 'ين', 'ا', 'ي']) NOUNS.set(one + end, { value, dual: true, unit })
}

/** A reader of amounts in words that knows no grammar, only values: the proof of the writer. */
function readArabic(text: string): bigint {
  if (!text.endsWith(END)) throw new Error(`no closing words: ${text}`)
  const total = { pound: 0n, piastre: 0n }
  let scaled = 0n
  let current = 0n
  let afterNoun = false
  for (const token of text.slice(0, -END.length).split(' ')) {
    const word = NOUNS.has(token) || known(token) ? token : token.replace(/^و/, '')
    const noun = NOUNS.get(word)
    if (noun?.unit) {
      const before = scaled + current
      total[noun.unit] += noun.dual ? 2n : before === 0n && word !== 'جنيهات' ? 1n : before
      if (text.startsWith('صفر')) total.pound = 0n
      scaled = current = 0n
      afterNoun = true
      continue
    }
    if (noun) {
      scaled += noun.dual ? noun.value * 2n : (current === 0n ? 1n : current) * noun.value
      current = 0n
    } else if (word === 'صفر' || (afterNoun && /^واحدً?ا?$/.test(token))) {
      // «جنيه واحد»: the noun has been counted.
    } else {
      const value = VALUES[word.replace(/ًا$/, '')]
      if (value === undefined) throw new Error(`unknown word ${word} in ${text}`)
      current += value
    }
    afterNoun = false
  }
  if (scaled + current !== 0n) throw new Error(`no noun after the number: ${text}`)
  return total.pound * 100n + total.piastre
}

function known(token: string): boolean {
  return token.replace(/ًا$/, '') in VALUES
}
