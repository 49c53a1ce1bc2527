import { test } from '@japa/runner'
import fc from 'fast-check'
import { arabicDigits, cleanText, fold, foldName, latinDigits } from '#core/arabic'

test.group('Search finds a name however it is spelt', () => {
  test('«{0}» and «{1}» fold to one form')
    .with<[string, string][]>([
      ['أحمد', 'احمد'],
      ['إبراهيم', 'ابراهيم'],
      ['آمال', 'امال'],
      ['ٱلله', 'الله'],
      ['مصطفى', 'مصطفي'],
      ['علی', 'على'],
      ['فاطمة', 'فاطمه'],
      ['عائشة', 'عايشه'],
      ['مؤمن', 'مومن'],
      ['ضياء', 'ضيا'],
      ['مُحَمَّد', 'محمد'],
      ['محـــمد', 'محمد'],
      ['شارع ٢٦ يوليو', 'شارع 26 يوليو'],
      ['قطعة ۱۲', 'قطعه 12'],
      ['ﷲ', 'الله'],
      ['ﻻ', 'لا'],
      ['کوبری', 'كوبري'],
      ['محل\u00A0رقم', 'محل  رقم'],
      ['\u202Eمحل\u202C', 'محل'],
      ['شركة "النور" (ش.م.م)', 'شركه النور ش م م'],
      ['Vodafone', 'VODAFONE'],
      ['Café', 'cafe'],
      ['ＡＢＣ', 'abc'],
      ['أ\u0654حمد', 'احمد'],
    ])
    .run(({ assert }, [one, other]) => {
      assert.equal(fold(one), fold(other))
    })

  test('«{0}» and «{1}» stay two names')
    .with<[string, string][]>([
      ['سنورس', 'سنهور'],
      ['حسن', 'حسين'],
      ['عمر', 'عمرو'],
      ['محل 12', 'محل 21'],
      ['ورثة علي', 'علي'],
    ])
    .run(({ assert }, [one, other]) => {
      assert.notEqual(fold(one), fold(other))
      assert.notEqual(foldName(one), foldName(other))
    })

  test('the folded form is plain: no marks, no capitals, single spaces', ({ assert }) => {
    assert.equal(fold('  إدارةُ الإعلاناتِ – «سنورس» / ٢٠٢٦  '), 'اداره الاعلانات سنورس 2026')
    assert.equal(fold('***'), '')
  })

  test('folding a folded text changes nothing, whatever the text', ({ assert }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text)
        assert.equal(fold(once), once)
        assert.equal(foldName(foldName(text)), foldName(text))
        assert.notMatch(once, /\s\s|^\s|\s$|[\u0640\u064B-\u0652\u0660-\u0669]/)
      }),
      { numRuns: 2000 }
    )
  })
})

test.group('Names of one person meet', () => {
  test('«{0}» is «{1}»')
    .with<[string, string][]>([
      ['عبد الرحمن السيد', 'عبدالرحمن السيد'],
      ['عبد ال رحمن', 'عبدالرحمن'],
      ['عبد ربه', 'عبدربه'],
      ['عبد الله', 'عبدالله'],
      ['نور الدين محمد', 'نورالدين محمد'],
      ['فتح الله', 'فتحالله'],
      ['أبو بكر حسن', 'ابوبكر حسن'],
      ['محمد بن علي', 'محمد علي'],
      ['محمد ابن علي', 'محمد علي'],
      ['فاطمة بنت حسن', 'فاطمة حسن'],
    ])
    .run(({ assert }, [one, other]) => {
      assert.equal(foldName(one), foldName(other))
    })

  test('titles are dropped only when asked', ({ assert }) => {
    assert.notEqual(foldName('الحاج محمد علي'), foldName('محمد علي'))
    assert.notEqual(foldName('ورثة محمد علي'), foldName('محمد علي'))
    for (const text of [
      'الحاج محمد علي',
      'ورثة محمد علي',
      'ورثة المرحوم محمد علي',
      'ورثه الحاج محمد علي',
      'السيد/ محمد علي',
      'م / محمد علي',
      'الأستاذ/محمد علي',
    ]) {
      assert.equal(foldName(text, { titles: true }), 'محمد علي', text)
    }
    assert.equal(foldName('السيد محمد', { titles: true }), 'السيد محمد')
    assert.equal(foldName('الحاج', { titles: true }), 'الحاج')
  })
})

test.group('Digits and clean text', () => {
  test('digits change script and nothing else', ({ assert }) => {
    assert.equal(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ أ'), '0123456789 0123456789 أ')
    assert.equal(arabicDigits('رقم 12 و ۳'), 'رقم ١٢ و ٣')
  })

  test('clean text loses controls, bidi overrides and odd spaces, and keeps the words', ({
    assert,
  }) => {
    assert.equal(cleanText(' محمد\u00A0\u00A0علي\t حسن\u0000 '), 'محمد علي حسن')
    assert.equal(cleanText('abc\u202Egpj.exe'), 'abcgpj.exe')
    assert.equal(cleanText('سطر\r\nسطر'), 'سطر سطر')
    assert.equal(cleanText('سطر\r\n سطر \r', { lines: true }), 'سطر\nسطر')
    assert.equal(cleanText('أ'.normalize('NFD')), 'أ'.normalize('NFC'))
    assert.equal(cleanText('x\uD800y'), 'x\uFFFDy')
    assert.equal(cleanText('مُحَمَّد'), 'مُحَمَّد'.normalize('NFC'))
  })

  test('cleaning clean text changes nothing', ({ assert }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, lines) => {
        const once = cleanText(text, { lines })
        assert.equal(cleanText(once, { lines }), once)
      }),
      { numRuns: 1000 }
    )
  })
})
