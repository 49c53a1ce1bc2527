import type { Assert } from '@japa/assert'
import { today } from '#core/days'
import PaymentVoucher from '#accounts/models/payment_voucher'
import type { Desk } from '#tests/browser/support/desk'
import type { Cast } from './cast.js'

const PAPERS = 7

/** Form 50 with a wrong second invoice, its whole dossier, and sent. @returns its address */
export async function writesTheForm(
  { payee }: Cast,
  commitment: string,
  officer: Desk
): Promise<string> {
  const { page } = officer
  await officer.menu('استمارات الصرف')
  await officer.link('استمارة 50 جديدة').first().click()
  await page.waitForURL(/\/accounts\/payments\/create/)
  await page.locator('select[name=payment_type]').selectOption('supplies')
  await page
    .locator('select[name=commitment_id]')
    .selectOption(commitment.slice(commitment.lastIndexOf('/') + 1))
  await page.locator('input[name=payee]').fill(`${payee.name} — ${payee.beneficiaryNo}`)
  await page.keyboard.press('Tab')
  await page.locator('input[name=department]').fill('إدارة المخازن')
  await page.locator('input[name=purpose]').fill('توريد أدوات كتابية')
  const invoices = [
    ['101', '30000'],
    ['102', '18140'],
  ] as const
  for (const [at, [no, amount]] of invoices.entries()) {
    await page.locator(`input[name="invoices[${at}][no]"]`).fill(no)
    await page.locator(`input[name="invoices[${at}][on]"]`).fill(today())
    await page.locator(`input[name="invoices[${at}][before_vat]"]`).fill(amount)
  }
  await officer.look('form-50')
  await saved(officer)
  await officer.says('ينقص الإضبارة 7 من المستندات')
  for (let left = PAPERS; left > 0; left--) {
    await page.locator('input[name=reference]').fill(`مستند ${left}`)
    await officer.button('إضافة المستند').click()
    await officer.settled()
    await officer.until(
      `document.querySelectorAll('ul.plain .text-bg-danger, ul.plain .badge-danger').length < ${left}`
    )
  }
  await officer.button('تقديم للمراجعة').click()
  await officer.stands('في انتظار المراجعة')
  await officer.look('submitted')
  return page.url()
}

/** Saved; where the house found something to look at first, saved again as it is. */
async function saved(desk: Desk): Promise<void> {
  const { page } = desk
  const isSaved = (url: URL) => /\/accounts\/payments\/\d+$/.test(url.pathname)
  for (let times = 0; times < 2; times++) {
    await desk.button('حفظ').click()
    const done = await Promise.race([
      page.waitForURL(isSaved).then(() => true),
      page
        .getByText('راجع هذا قبل الحفظ')
        .waitFor()
        .then(() => false),
    ])
    if (done) return
    await desk.look('look-first')
  }
}

/** The head finds the form among what waits for him, gives it back, and approves it once it is right. */
export async function isReviewed(
  form: string,
  { officer, head }: Record<'officer' | 'head', Desk>,
  assert: Assert
): Promise<void> {
  await head.menu('صرف ينتظرني')
  await head.look('waits-for-me')
  await head
    .link(/1\/\d{4}\/\d{4}/)
    .first()
    .click()
  await head.page.waitForURL(form)
  await head.page.locator('#return-reason').fill('الفاتورة 102 بمبلغ 18,410.00')
  await head.button('إعادة للاستيفاء').click()
  await head.stands('معادة للاستيفاء')
  await head.look('returned')

  const { page } = officer
  await page.goto(form)
  await officer.says('الفاتورة 102 بمبلغ 18,410.00')
  await officer.link('تعديل').click()
  await page.waitForURL(/\/edit$/)
  await page.locator('input[name="invoices[1][before_vat]"]').fill('18410')
  await saved(officer)
  await officer.says('46,764.06')
  await officer.button('تقديم للمراجعة').click()
  await officer.stands('في انتظار المراجعة')

  await head.page.goto(form)
  await head.button('روجعت واعتمدت').click()
  await head.stands('روجعت')
  await head.look('reviewed')
  const { net, status } = await PaymentVoucher.findOrFail(idIn(form))
  assert.deepEqual([status, String(net)], ['reviewed', '46764.06'])
}

/** Book 55, clearance by another, book 224. */
export async function isBooked(
  form: string,
  { clerk, head }: Record<'clerk' | 'head', Desk>,
  assert: Assert
): Promise<void> {
  await clerk.page.goto(form)
  await clerk.button('قيد بدفتر 55').click()
  await clerk.stands('مقيدة بدفتر 55')
  await head.page.goto(form)
  await head.button('تسميح').click()
  await head.stands('مسمح بصرفها')
  await clerk.page.goto(form)
  await clerk.button('قيد بدفتر 224').click()
  await clerk.stands('مقيدة بدفتر 224')
  await clerk.look('booked')
  const { book55No, book224No } = await PaymentVoucher.findOrFail(idIn(form))
  assert.deepEqual([book55No, book224No], [1, 1])
}

export const idIn = (address: string) => Number(address.slice(address.lastIndexOf('/') + 1))
