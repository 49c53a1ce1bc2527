import type { Assert } from '@japa/assert'
import type { Cast } from './cast.js'
import type { Desk } from '#tests/browser/support/desk'

/** A sheet of the survey as it is pasted: number, easting, northing, with Arabic digits. */
function sheet({ ground }: Cast, west: number): string {
  const arabic = (value: string) =>
    value.replace('.', '٫').replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)
  const corners = [
    [west, 100],
    [west + 70, 100],
    [west + 70, 160],
    [west, 160],
  ] as const
  const rows = corners.map(([east, north], index) =>
    [`${index + 1}`, (ground.east + east).toFixed(2), (ground.north + north).toFixed(2)]
      .map(arabic)
      .join('\t')
  )
  return ['النقطة\tالشرقيات\tالشماليات', ...rows].join('\n')
}

/** From the pasted sheet to an approved parcel; gives the address of its page. */
export async function recordsTheParcel(
  cast: Cast,
  { officer, head }: { officer: Desk; head: Desk },
  assert: Assert
): Promise<string> {
  const { page } = officer
  await officer.menu('طبيب الإحداثيات')
  // The sheet was measured ten metres into the neighbour.
  await page.locator('textarea[name=pasted]').fill(sheet(cast, 170))
  await page.locator('input[name=source]').fill('كشف مساحة 412 لسنة 2026')
  await officer.look('coordinates-paste')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/registry\/coordinates\/\d+$/)
  await page.locator('.leaflet-overlay-pane path.drawn').first().waitFor()
  assert.include(await page.locator('.grid-card h2').first().innerText(), 'الحزام الأحمر')
  await officer.look('coordinates-readings')
  await page.locator('.grid-card').first().getByRole('button').press('Enter')
  await officer.link('قيد أصل جديد بهذه الإحداثيات').press('Enter')
  await page.locator('select[name=class_id]').selectOption({ label: '\u2003أرض فضاء' })
  await officer.look('parcel-class')
  await officer.button('التالي').press('Enter')

  await page.locator('textarea[name=coordinates]').focus()
  await officer.type({
    surveyor: 'م. رأفت صبحي',
    surveyed_on: '2026-11-10',
    accuracy_m: '0.05',
    name: 'قطعة 17 حوض الناعورة',
    domain: 'خاصة',
    hod: 'حوض الناعورة',
    plot_no: '17',
    use_actual: 'أرض فضاء',
    deed_feddan: '١',
    deed_qirat: '0',
    deed_sahm: '0',
    north_neighbour: 'ترعة بحر يوسف',
    east_neighbour: 'شارع بعرض ٨ م',
    west_neighbour: 'قطعة 16 حوض الناعورة',
    jurisdiction_name: 'محافظة الفيوم',
    decision_no: '88',
  })
  await officer.look('parcel-form')
  await officer.button('أرسل للاعتماد').press('Enter')
  await page.waitForURL(/\/registry\/transactions\/\d+$/)
  const overlap = page.locator('.findings-item', { hasText: 'R2' })
  await overlap.waitFor()
  const said = await overlap.innerText()
  assert.include(said, cast.recorded.code)
  const [, metres] = /في مساحة ([\d,.]+) م²/.exec(said)!
  assert.closeTo(Number(metres!.replace(',', '')), 600, 1)
  await officer.look('overlap-told')

  // The head sees the same, and sends it back.
  await head.menu('بانتظار قراري')
  await head.look('waiting')
  await head.page.locator('main .rows tbody a').first().click()
  await head.page.locator('#decide').waitFor()
  await head.look('overlap-to-decide')
  await head.page.getByLabel('سبب الرفض').fill('تتداخل مع القطعة 16: صححوا الركنين الغربيين.')
  await head.button('رفض').click()
  await head.says('رفضت المعاملة')
  await head.look('overlap-refused')

  // Everything he typed is still there: he mends the corners alone.
  await officer.menu('معاملات السجل')
  await officer.look('transactions')
  await page.locator('main .rows tbody a').first().click()
  await officer.says('صححوا الركنين الغربيين')
  await officer.button('تصحيحها وإرسالها من جديد').press('Enter')
  await page.locator('textarea[name=coordinates]').waitFor()
  assert.equal(await page.locator('input[name=plot_no]').inputValue(), '17')
  await page.locator('#form-preview').getByText('R2').waitFor()
  await page.locator('textarea[name=coordinates]').fill(sheet(cast, 180))
  await officer.button('عاين').press('Enter')
  await page.locator('#form-preview').getByText('لا ملاحظات من ضوابط السجل').waitFor()
  await officer.look('corrected')
  await officer.button('أرسل للاعتماد').press('Enter')
  await page.waitForURL(/\/registry\/transactions\/\d+$/)
  // The maker has no way to approve what he made.
  assert.equal(await officer.button('اعتماد').count(), 0)
  await officer.look('proposed')

  await approves(head)
  await head.look('parcel-approved')
  await head.page.locator('.effect-title a').first().click()
  await head.page.locator('#identity').waitFor()
  return new URL(head.page.url()).pathname
}

/** The head opens what waits first and approves it. */
async function approves(head: Desk): Promise<void> {
  await head.menu('بانتظار قراري')
  await head.page.locator('main .rows tbody a').first().click()
  await head.page.locator('#decide').getByRole('button', { name: 'اعتماد' }).click()
  await head.agree()
  await head.says('اعتمدت المعاملة')
}
