import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assert } from '@japa/assert'
import { today } from '#core/days'
import PaymentOrder from '#accounts/models/payment_order'
import type { Desk } from '#tests/browser/support/desk'
import { AN_IBAN } from '#tests/support/payments'
import type { Cast } from './cast.js'
import { idIn } from './form_50.js'

/** The order for the net, made at the accounts desk. */
export async function isOrdered({ bankAccountId }: Cast, form: string, clerk: Desk) {
  await clerk.page.goto(form)
  await clerk.page.locator('select[name=bank_account_id]').selectOption(String(bankAccountId))
  await clerk.page.locator('select[name=method]').selectOption('order')
  await clerk.button('تحرير أمر الدفع').click()
  await clerk.stands('صدر أمر دفعها')
  await clerk.look('ordered')
}

/** The batch with the order, signed by two who made neither; its file is taken. */
export async function isSentToTheBank(
  { bankAccountId }: Cast,
  form: string,
  { clerk, head, chief }: Record<'clerk' | 'head' | 'chief', Desk>,
  assert: Assert
): Promise<PaymentOrder> {
  const { page } = clerk
  const order = await PaymentOrder.findByOrFail('voucherId', idIn(form))
  await page.goto(
    new URL(`/accounts/banking/batches/create?account=${bankAccountId}`, page.url()).href
  )
  await page.getByLabel(`الأمر ${order.label}`, { exact: false }).check()
  await clerk.button('حرر الدفعة').click()
  await page.waitForURL(/batches\/\d+$/)
  assert.equal(await clerk.button('وقع التوقيع الأول').count(), 0, 'who made it does not sign it')
  for (const [desk, button, who] of [
    [head, 'وقع التوقيع الأول', 'نبيل عزمي'],
    [chief, 'وقع التوقيع الثاني واكتب الملف', 'محمود الجندي'],
  ] as const) {
    await desk.page.goto(page.url())
    await desk.button(button).click()
    await desk.agree()
    await desk.page.locator(`dd:has-text("${who}")`).first().waitFor()
    await desk.look('batch')
  }
  await page.goto(page.url())
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    clerk.button('نزل ملف البنك').click(),
  ])
  assert.match(file.suggestedFilename(), /^orders-.*\.csv$/)
  await order.refresh()
  assert.deepEqual([order.status, String(order.amount)], ['signed', '46764.06'])
  return order
}

/** The bank's answer comes as a file, is checked, and lands when another approves it. */
export async function isExecutedByTheBank(
  order: PaymentOrder,
  folder: string,
  { clerk, head }: Record<'clerk' | 'head', Desk>
): Promise<void> {
  const path = join(folder, 'رد البنك.csv')
  await writeFile(
    path,
    [
      'رقم أمر الدفع,IBAN,المبلغ,النتيجة,سبب الرفض,تاريخ الحق,مرجع البنك',
      `${order.label},${AN_IBAN},46764.06,منفذ,,${today()},GPS-778`,
    ].join('\r\n')
  )
  const { page } = clerk
  await page.goto(new URL('/imports/create', page.url()).href)
  await page.locator('input[type=radio][value=payment-results]').check()
  await page.locator('input[type=file]').setInputFiles(path)
  await clerk.button('رفع الملف').click()
  await page.waitForURL(/reading/)
  await clerk.button('متابعة إلى الأعمدة').click()
  await page.waitForURL(/mapping/)
  await clerk.look('bank-file')
  await clerk.button('فحص الصفوف').click()
  await page.waitForURL(/imports\/\d+$/)
  await page.locator('h1', { hasText: 'بانتظار الاعتماد' }).waitFor({ timeout: 30_000 })
  await head.page.goto(page.url())
  await head.button('اعتماد وترحيل').click()
  await head.agree()
  await head.page.getByText('رُحِّل الملف').first().waitFor({ timeout: 30_000 })
  await head.look('bank-file-landed')
}

/** On the shelf; the page tells the whole chain, from the need to the bank's reference. */
export async function isShelved(form: string, clerk: Desk): Promise<void> {
  const { page } = clerk
  await page.goto(form)
  await clerk.stands('صُرفت')
  await page.locator('input[name=shelf]').fill('أ/3')
  await clerk.button('حفظ الإضبارة').click()
  await clerk.stands('محفوظة')
  for (const text of ['ط/77', 'GPS-778', 'أ/3', 'نبيل عزمي', 'محمود الجندي']) {
    await clerk.says(text)
  }
  await clerk.look('chain')
}
