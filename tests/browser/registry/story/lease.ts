import type { Assert } from '@japa/assert'
import { addDays, addMonths, today } from '#core/days'
import type { Desk } from '#tests/browser/support/desk'

/** Part of the parcel is let: drafted without a mouse, approved by another, signed and handed over. */
export async function letsIt(
  asset: string,
  { officer, head }: { officer: Desk; head: Desk },
  assert: Assert
): Promise<string> {
  const { page } = officer
  await officer.menu('المواقع والأصول')
  await page.locator(`main .rows tbody a[href="${asset}"]`).first().press('Enter')
  const start = page.locator('#rights').getByRole('link').first()
  await start.press('Enter')
  // The tenant deals with the city for the first time.
  await officer.link('متعامل جديد').press('Enter')
  await page.locator('input[name=national_id]').waitFor()
  await officer.type({
    kind: 'جهة',
    name: 'شركة النيل للنقل',
    tax_no: '٢١٤٣٦٥٨٧٩',
    phone: '01001234567',
    address: 'سنورس — شارع المحطة',
  })
  await officer.look('party-form')
  await page.keyboard.press('Enter')
  await officer.says('سُجل المتعامل رقم')
  const partyNo = await page.locator('input[name=party_no]').inputValue()
  assert.match(partyNo, /^\d+$/)
  await officer.type({
    kind: 'عقد إيجار',
    area_part_m2: '1200',
    valid_from: today(),
    valid_until: addDays(addMonths(today(), 36), -1),
    period_amount: '٤٥٠٠',
    deposit: '9000',
    escalation_percent: '10',
    purpose: 'ساحة انتظار سيارات النقل',
    decision_no: '530/2026',
  })
  await officer.look('lease-form')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/registry\/rights\/\d+$/)
  await officer.look('lease-draft')
  assert.equal(await officer.button('اعتماد').count(), 0)
  const address = new URL(page.url()).pathname

  await head.menu('التراخيص والعقود')
  await head.page.locator(`main .rows tbody a[href="${address}"]`).first().click()
  await head.page.locator('#next').waitFor()
  await head.look('lease-to-approve')
  await head.button('اعتماد').click()
  await head.agree()
  await head.says('اعتُمد الحق')

  await page.reload()
  await officer.button('توقيع وتسليم').click()
  await officer.says('سرى الحق وسُلم المكان')
  await officer.look('lease-active')
  return address
}
