import type { Assert } from '@japa/assert'
import PaymentOrder from '#accounts/models/payment_order'
import type { Desk } from '#tests/browser/support/desk'
import type { Cast } from './cast.js'
import { idIn } from './form_50.js'

/** The order for the net, signed by two who made neither it nor the form. @returns its id */
export async function isOrdered(
  { bankAccountId }: Cast,
  form: string,
  { clerk, head, chief }: Record<'clerk' | 'head' | 'chief', Desk>,
  assert: Assert
): Promise<number> {
  await clerk.page.goto(form)
  await clerk.page.locator('select[name=bank_account_id]').selectOption(String(bankAccountId))
  await clerk.page.locator('select[name=method]').selectOption('order')
  await clerk.button('تحرير أمر الدفع').click()
  await clerk.stands('صدر أمر دفعها')
  await clerk.look('ordered')
  assert.equal(await clerk.button('توقيع أمر الدفع').count(), 0, 'who made it does not sign it')
  for (const [desk, state] of [
    [head, 'موقعة توقيعًا أول'],
    [chief, 'موقعة ومرسلة للبنك'],
  ] as const) {
    await desk.page.goto(form)
    await desk.button('توقيع أمر الدفع').click()
    await desk.agree()
    await desk.stands(state)
    await desk.look('signed')
  }
  const order = await PaymentOrder.findByOrFail('voucherId', idIn(form))
  assert.deepEqual([order.status, String(order.amount)], ['signed', '46764.06'])
  return order.id
}

/** The bank's answer, then the shelf; the page tells the whole chain. */
export async function isPaid(form: string, clerk: Desk): Promise<void> {
  const { page } = clerk
  await page.goto(form)
  await page.locator('input[name=reference]').fill('GPS-778')
  await clerk.button('نفذه البنك').click()
  await clerk.stands('صُرفت')
  await page.locator('input[name=shelf]').fill('أ/3')
  await clerk.button('حفظ الإضبارة').click()
  await clerk.stands('محفوظة')
  for (const text of ['ط/77', 'GPS-778', 'أ/3', 'نبيل عزمي', 'محمود الجندي']) {
    await clerk.says(text)
  }
  await clerk.look('chain')
}
