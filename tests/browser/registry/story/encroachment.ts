import type { Assert } from '@japa/assert'
import { prints } from './biography.js'
import type { Cast } from './cast.js'
import type { Desk } from '#tests/browser/support/desk'
import { aScan } from './papers.js'

interface Hands {
  officer: Desk
  head: Desk
  surveyor: Desk
  lawyer: Desk
  executor: Desk
}

/** A strip of the parcel is built on: the case from its opening to the printed removal order. */
export async function isEncroachedOn(
  cast: Cast,
  { officer, head, surveyor, lawyer, executor }: Hands,
  assert: Assert
): Promise<string> {
  const { page } = officer
  await officer.menu('التعديات')
  await officer.look('cases-empty')
  await officer.link('ملف تعد جديد').first().click()
  await page.getByLabel('نوع التعدي').selectOption('fence')
  await page.getByLabel('نوع الأرض').selectOption('built')
  await page
    .getByLabel('وصف التعدي')
    .fill('سور من الطوب الأحمر ومخزن على الشريط الشرقي من القطعة 17')
  await page.getByLabel('الحائز').fill('سيد عبد الله مرسي')
  await page.getByLabel('نظام الإحداثيات').selectOption('22992')
  const corners = [
    [240, 100],
    [250, 100],
    [250, 160],
    [240, 160],
  ].map(([x, y]) => `${(cast.ground.east + x!).toFixed(2)} ${(cast.ground.north + y!).toFixed(2)}`)
  await page.locator('textarea[name=corners]').fill(corners.join('\n'))
  await officer.look('case-form')
  await officer.button('فتح الملف').click()
  await officer.says('م² مشتركة')
  await officer.look('case-detected')
  const address = new URL(page.url()).pathname

  const step = async (desk: Desk, label: string, fill: () => Promise<void>) => {
    if (new URL(desk.page.url()).pathname === address) await desk.page.reload()
    else {
      await desk.menu('التعديات')
      await desk.page.locator(`main .rows tbody a[href="${address}"]`).first().click()
    }
    await desk.page.locator('#next').getByRole('link', { name: label, exact: true }).click()
    await desk.page.getByRole('heading', { name: label, level: 1 }).waitFor()
    await fill()
    await desk.look(`case-${label.replaceAll(' ', '-')}`)
    await desk.button(label).click()
    await desk.page.locator('#timeline').waitFor()
  }
  const say = (desk: Desk, text: string) => () => desk.page.getByLabel('البيان').fill(text)
  await step(officer, 'غير قانونية', say(officer, 'لا ترخيص لهذا السور، والأرض ملك الدولة'))
  await step(surveyor, 'إثبات المعاينة', say(surveyor, 'عوين الموقع بحضور الحائز'))
  await step(surveyor, 'تحرير المحضر', async () => {
    const form = surveyor.page
    await form.locator('input[name=number]').fill('17')
    await form.getByLabel('ما أثبتته المعاينة').fill('سور من الطوب الأحمر بارتفاع مترين ومخزن مغلق')
    await form.locator('input[name=possession_from]').fill('2026-01-01')
    await form.getByLabel('ما يثبت تاريخ وضع اليد').fill('صورة جوية بتاريخ 2026-01-01')
  })
  await surveyor.look('case-minuted')

  // Before the gate nothing is printed, and the page says what is missing.
  await page.reload()
  await officer.says('رأي الشئون القانونية في ظاهر الملكية')
  assert.equal(await officer.link('طباعة قرار الإزالة').count(), 0)
  assert.equal(await officer.link('إعداد قرار الإزالة').count(), 0)
  await officer.look('case-before-gate')
  const early = await page.request.get(new URL(`${address}/removal-order`, page.url()).href)
  assert.notEqual(early.headers()['content-type'], 'application/pdf')

  await step(lawyer, 'الرأي في ظاهر الملكية', async () => {
    await lawyer.page.locator('select[name=verdict]').selectOption('manifest')
    await lawyer.page.getByLabel('البيان').fill('لا سند للحائز، والأرض مقيدة بسجل أملاك الدولة')
    await lawyer.page.setInputFiles('input[name=file]', aScan('title-search'))
  })
  await step(officer, 'إعداد قرار الإزالة', async () => {
    await page.getByLabel('ما يزال').fill('إزالة سور من الطوب الأحمر بطول ستين مترًا ومخزن')
  })
  await officer.look('case-ordered')
  assert.equal(await officer.link('إصدار قرار الإزالة').count(), 0)
  await step(head, 'إصدار قرار الإزالة', async () => {})
  await head.look('case-issued')
  await head.link('طباعة قرار الإزالة').waitFor()
  const paper = await prints(head, `${address}/removal-order`, 'removal-order')
  for (const word of ['970', 'إزالة']) assert.include(paper, word)
  await step(executor, 'إعلان القرار', async () => {
    await executor.page.locator('select[name=how]').selectOption({ index: 1 })
    await executor.page.locator('input[name=proof]').fill('محضر إعلان 12 أحوال سنورس')
  })
  await executor.look('case-notified')
  return address
}
