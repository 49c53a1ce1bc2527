import type { Assert } from '@japa/assert'
import { balanceOf } from '#budget/balances/balance_as_of'
import type { Desk } from '#tests/browser/support/desk'
import type { Cast } from './cast.js'

/** The need is checked, set aside by who asks and bound by another. @returns address of the commitment */
export async function bindsTheNeed(
  { lineId }: Cast,
  { officer, head }: Record<'officer' | 'head', Desk>,
  assert: Assert
): Promise<string> {
  const { page } = officer
  await officer.menu('الارتباطات')
  await officer.look('commitments')
  await officer.link('طلب ارتباط').first().click()
  await page.waitForURL(/\/budget\/commitments\/create/)
  await page.locator('select[name=line_id]').selectOption(String(lineId))
  await page.locator('input[name=amount]').fill('60000')
  await page.locator('input[name=need_no]').fill('ط/77')
  await page.locator('textarea[name=purpose]').fill('أدوات كتابية للديوان')
  await officer.button('فحص دون تسجيل').click()
  await officer.says('المتاح يكفي')
  await officer.look('need')
  await page.locator('input[name=reserve]').check()
  await officer.button('تسجيل الطلب').click()
  await officer.says('جُنب مبلغ الارتباط')
  const address = page.url()
  assert.match(address, /\/budget\/commitments\/\d+$/)

  await head.page.goto(address)
  await head.button('اعتماد الارتباط').click()
  await head.agree()
  await head.says('اعتُمد الارتباط')
  await head.look('commitment')
  const { committed, available } = await balanceOf(lineId)
  assert.deepEqual([committed, available].map(String), ['60000.00', '40000.00'])
  return address
}
