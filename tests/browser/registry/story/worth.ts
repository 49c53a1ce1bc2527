import { today } from '#core/days'
import type { Desk } from '#tests/browser/support/desk'

/** A committee values the parcel: written down by one, approved by another. */
export async function isValued(
  asset: string,
  { officer, head }: { officer: Desk; head: Desk }
): Promise<void> {
  const { page } = officer
  await officer.menu('المواقع والأصول')
  await page.locator(`main .rows tbody a[href="${asset}"]`).first().click()
  await officer.link('تقييم جديد').click()
  await page.locator('select[name=basis]').selectOption('committee')
  await page.locator('input[name=amount]').fill('8400000')
  await page.locator('select[name=method]').selectOption({ index: 1 })
  await page.locator('input[name=valued_on]').fill(today())
  await page.locator('input[name=committee]').fill('لجنة التقييم بقرار 61 لسنة 2026')
  await page.locator('input[name=decision_no]').fill('61/2026')
  await officer.look('valuation-form')
  await officer.button('حفظ').click()
  await page.waitForURL(/\/registry\/valuations\/\d+$/)
  const address = new URL(page.url()).pathname
  await head.menu('التقييمات')
  await head.page.locator(`main .rows tbody a[href="${address}"]`).first().click()
  await head.look('valuation-to-approve')
  await head.button('اعتماد').click()
  await head.agree()
  await head.says('اعتُمد التقييم')
}
