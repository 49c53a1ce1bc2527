import type { Assert } from '@japa/assert'
import { today } from '#core/days'
import { Month } from '#core/fiscal'
import PeriodAccount from '#accounts/models/period_account'
import type { Desk } from '#tests/browser/support/desk'
import type { Cast } from './cast.js'
import { idIn } from './form_50.js'

/** The month is locked by a decision of two. */
export async function isLocked({ clerk, manager }: Record<'clerk' | 'manager', Desk>) {
  const { page } = clerk
  await clerk.menu('الفترات المحاسبية')
  await clerk.link('قرار جديد').first().click()
  await page.waitForURL(/\/accounts\/periods\/create/)
  await page.locator('input[name=month]').fill(String(Month.containing(today())))
  await page.locator('select[name=to]').selectOption('locked')
  await page.locator('input[name=decision_no]').fill('ق/11')
  await page.locator('textarea[name=reason]').fill('انتهاء قيود الشهر')
  await clerk.look('month')
  await clerk.button('تقديم للاعتماد').click()
  await clerk.says('وينتظر الاعتماد')
  await manager.page.goto(page.url())
  await manager.button('اعتماد وتنفيذ').click()
  await manager.agree()
  await manager.says('نُفذ قرار شهر')
  await manager.look('locked')
}

/** Form 75 of the month: prepared, handed in, signed by controller, manager and head of the authority. */
export async function isAccountedFor(
  { unitId }: Cast,
  { clerk, head, manager, chief }: Record<'clerk' | 'head' | 'manager' | 'chief', Desk>,
  assert: Assert
): Promise<string> {
  const { page } = clerk
  await clerk.menu('حسابات 75')
  await clerk.link('حساب جديد').first().click()
  await page.waitForURL(/\/accounts\/period-accounts\/create/)
  await page.locator('select[name=span]').selectOption('month')
  await page.locator('input[name=month]').fill(String(Month.containing(today())))
  await clerk.button('أعد الحساب').click()
  await page.waitForURL(/\/accounts\/period-accounts\/\d+$/)
  // The day's form 69 is not signed yet: the account is handed in with the reason.
  await page.locator('input[name=days_reason]').fill('حسبة اليوم عند رئيس الحسابات')
  await clerk.button('قدمه للتوقيع').click()
  await clerk.agree()
  await clerk.stands('عند مراقب الحسابات')
  await clerk.look('form-75')
  for (const [desk, button, state] of [
    [head, 'وقّع كمراقب حسابات', 'عند مدير الحسابات'],
    [manager, 'وقّع كمدير حسابات', 'عند رئيس المصلحة'],
    [chief, 'وقّع كرئيس مصلحة', 'معتمد'],
  ] as const) {
    await desk.page.goto(page.url())
    await desk.button(button).click()
    await desk.agree()
    await desk.stands(state)
  }
  await chief.look('signed-75')
  const account = await PeriodAccount.findOrFail(idIn(page.url()))
  assert.deepEqual([account.status, account.unitId], ['signed', unitId])
  // 48,410.00 on the form and 46,764.06 on its order, on both sides.
  assert.deepEqual([account.debit, account.credit].map(String), ['95174.06', '95174.06'])
  return page.url()
}
