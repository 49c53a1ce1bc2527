import { test } from '@japa/runner'
import { RunCutter, visualOrder } from '#core/documents/text_runs'
import type { Direction } from '#core/documents/text_runs'

/** What the eye meets from left to right, stretch by stretch. */
function onPaper(text: string, document: Direction = 'rtl'): string[] {
  return visualOrder(new RunCutter(document).cut(text))
    .filter((run) => !run.blank)
    .map((run) => run.text)
}

test.group('Order of mixed text on paper', () => {
  test('a text of one language keeps one direction')
    .with([
      { text: 'محافظة الفيوم', paper: ['الفيوم', 'محافظة'] },
      { text: 'شركة (النيل)، فرع', paper: ['فرع', '(النيل)،', 'شركة'] },
      { text: 'Nile Co. (Cairo)', paper: ['Nile', 'Co.', '(Cairo)'] },
      { text: '05/10/2026', paper: ['05/10/2026'] },
      { text: '-1,234.50', paper: ['-1,234.50'] },
    ])
    .run(({ assert }, { text, paper }) => assert.deepEqual(onPaper(text), paper))

  test('codes, sizes, shares and telephone numbers read left to right inside Arabic')
    .with([
      { text: 'لوحة رقم 12-B', paper: ['12-B', 'رقم', 'لوحة'] },
      { text: 'لوحة 6×4 م²', paper: ['²', 'م', '6×4', 'لوحة'] },
      { text: 'لوحة 6 × 4 متر', paper: ['متر', '6 × 4', 'لوحة'] },
      { text: 'خصم 20%', paper: ['20%', 'خصم'] },
      { text: 'فرق -5 عن', paper: ['عن', '-5', 'فرق'] },
      { text: 'ت +20 100 123 4567 منزل', paper: ['منزل', '+20 100 123 4567', 'ت'] },
      { text: 'ت 0100 123 4567', paper: ['0100 123 4567', 'ت'] },
      { text: 'كود EG-FYM-000123-7 موقع', paper: ['موقع', 'EG-FYM-000123-7', 'كود'] },
      { text: 'عن ١٢٣٤٫٥٠ جنيه', paper: ['جنيه', '١٢٣٤٫٥٠', 'عن'] },
      { text: 'من 01/10/2026 إلى 31/10/2026', paper: ['31/10/2026', 'إلى', '01/10/2026', 'من'] },
    ])
    .run(({ assert }, { text, paper }) => assert.deepEqual(onPaper(text), paper))

  test('a Latin name inside Arabic keeps the order of its words', ({ assert }) => {
    const paper = ['تسدد', 'لم', 'Egypt', 'JCDecaux', 'شركة']
    const order = onPaper('شركة JCDecaux Egypt لم تسدد')
    assert.deepEqual(order, [paper[0], paper[1], 'JCDecaux', 'Egypt', paper[4]])
  })

  test('an English document reads an Arabic name from right to left and its codes as they are', ({
    assert,
  }) => {
    assert.deepEqual(onPaper('لوحة رقم 12-B', 'ltr'), ['12-B', 'رقم', 'لوحة'])
    assert.deepEqual(onPaper('Board لوحة رقم 7', 'ltr'), ['Board', '7', 'رقم', 'لوحة'])
  })

  test('marks of direction and control characters take no room', ({ assert }) => {
    assert.deepEqual(onPaper('\u200E-5\u0007\u200F'), ['-5'])
    assert.deepEqual(onPaper('\u202Eشركة\u202C\u200B النيل'), ['النيل', 'شركة'])
  })
})
