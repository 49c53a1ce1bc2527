import type { Assert } from '@japa/assert'
import type { Desk } from '#tests/browser/support/desk'
import { aScan } from './papers.js'

/** The management of the parcel goes to another authority: by decision, document and four steps. */
export async function transfersItsCustody(
  asset: string,
  { officer, head }: { officer: Desk; head: Desk },
  assert: Assert
): Promise<void> {
  const { page } = officer
  await officer.menu('المواقع والأصول')
  await officer.look('assets')
  await page.locator(`main .rows tbody a[href="${asset}"]`).first().click()
  await page.locator('#custody').waitFor()
  await officer.look('biography-new')
  await page.locator('#custody').getByRole('link', { name: 'نقل' }).click()
  await page.locator('select[name=custody_kind]').selectOption('management')
  // No unit of the governorate is meant unless one is chosen.
  assert.equal(await page.locator('select[name=to_unit_id]').inputValue(), '')
  await page.locator('input[name=to_name]').fill('مديرية الطب البيطري بالفيوم')
  await page.locator('input[name=decision_no]').fill('512/2026')
  await page.locator('input[name=decision_on]').fill('2026-11-15')
  await page.locator('input[name=decision_authority]').fill('محافظ الفيوم')
  await page.locator('textarea[name=reason]').fill('إنشاء مجزر نصف آلي')
  await officer.look('custody-form')
  await officer.button('أرسل للاعتماد').click()
  await page.waitForURL(/\/registry\/transactions\/\d+$/)
  const transaction = new URL(page.url()).pathname

  // The decision itself is kept with what it decides.
  await officer.link('إضافة مستند أو صورة').click()
  await page.locator('select[name=kind]').selectOption({ label: 'قرار' })
  await page.locator('input[name=title]').fill('قرار محافظ الفيوم رقم 512 لسنة 2026')
  await page.locator('input[name=number]').fill('512/2026')
  await page.locator('input[name=dated]').fill('2026-11-15')
  await page.setInputFiles('input[name=file]', aScan('decision-512'))
  await officer.look('document-form')
  await officer.button('حفظ المستند').click()
  await page.waitForURL((url) => url.pathname === transaction)
  await officer.look('custody-proposed')
  assert.equal(await officer.button('اعتماد').count(), 0)

  await head.menu('بانتظار قراري')
  await head.page.locator('main .rows tbody a').first().click()
  await head.page.locator('#step-on').waitFor()
  await head.look('custody-steps')
  for (const [step, number] of [
    ['موافقة المستلم', '77'],
    ['القرار', '512/2026'],
    ['محضر التسليم', '9'],
  ] as const) {
    await head.page.locator('input[name=number]').fill(number)
    await head.button(`تسجيل ${step}`).click()
    await head.page
      .locator('.notes-item', { hasText: step })
      .getByText('تم', { exact: false })
      .waitFor()
  }
  await head.page.locator('#decide').getByRole('button', { name: 'اعتماد' }).click()
  await head.agree()
  await head.says('اعتمدت المعاملة')
  await head.look('custody-approved')
}
