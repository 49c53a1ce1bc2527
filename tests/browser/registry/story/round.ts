import type { Assert } from '@japa/assert'
import type { Page } from 'playwright'
import { addDays, today } from '#core/days'
import type { Cast } from './cast.js'
import type { Desk } from '#tests/browser/support/desk'
import { aView } from './papers.js'

/** The officer plans a round over the land of the city, gives it to a team of two, and starts it. */
export async function plansARound({ people }: Cast, officer: Desk): Promise<string> {
  const { page } = officer
  await officer.menu('الحصر والجرد')
  await officer.look('rounds-empty')
  await officer.link('حصر جديد').click()
  await officer.button('إعداد الحصر').waitFor()
  await page.locator('input[name=title]').fill('حصر أراضي حوض الناعورة')
  await page.locator('input[name=decision_no]').fill('145')
  await page.locator('input[name=decision_on]').fill(addDays(today(), -6))
  await page.locator('input[name=decision_authority]').fill('رئيس المركز والمدينة')
  await page.locator('#member-name-0').fill('م. سعاد عبد الرحمن')
  await page.locator('#member-title-0').fill('مدير عام الأملاك')
  const members = page.locator('[id^=member-name-]')
  await members.last().fill('منى كامل')
  await officer.look('round-form')
  await officer.button('كم أصلًا يُجمّد؟').click()
  await page.locator('#scope').waitFor()
  await officer.look('round-scope')
  await officer.button('إعداد الحصر').click()
  await page.waitForURL(/\/registry\/rounds\/\d+$/)
  await officer.look('round-draft')
  await page.locator('#team-name').fill('فريق الحوض')
  await page
    .locator('#team-people')
    .selectOption([String(people.surveyor.id), String(people.second.id)])
  await officer.button('شكّل الفريق').click()
  await officer.says('شُكّل الفريق')
  await officer.button('ابدأ الحصر وجمّد بنوده').click()
  await officer.agree()
  await officer.says('بدأ الحصر')
  await page.locator('#areas-unit').selectOption({ index: 0 })
  await page.locator('#team-of-unit').selectOption({ label: 'فريق الحوض' })
  await page.locator('#assign-unit').getByRole('button', { name: 'أسند' }).click()
  await officer.says('أُسند')
  await officer.look('round-running')
  return new URL(page.url()).pathname
}

async function opensTheField(desk: Desk, round: string): Promise<Page> {
  const { page } = desk
  await page.getByRole('button', { name: 'إظهار القائمة' }).click()
  await desk.menu('الحصر والجرد')
  await desk.look('rounds-telephone')
  await desk.link('العمل الميداني').click()
  await page.locator(`a[href="${round}/field"]`).click()
  await page.locator('[data-line]').first().waitFor()
  await desk.until(
    `caches.open('diwan-field-shell').then((kept) => kept.keys()).then((keys) =>
      ['/field', '.css'].every((end) => keys.some(({ url }) => url.endsWith(end))))`
  )
  return page
}

async function counts(page: Page, line: string, result: string): Promise<void> {
  await page.locator('[data-line]', { hasText: line }).click()
  await page.getByText('الدقة 4 م').waitFor()
  await page.locator(`input[name=result][value="${result}"]`).check()
  for (const side of ['من الشمال', 'من الشرق']) {
    await page.setInputFiles('input[type=file]', await aView(page, `${line} — ${side}`))
  }
  await page.getByText('الصور المرفقة: 2').waitFor()
}

const saves = (page: Page) => page.getByRole('button', { name: 'احفظ النتيجة' }).click()

/** Two people count the same parcel, one of them without a network: nothing wins silently. */
export async function isCounted(
  cast: Cast,
  round: string,
  { phone, other }: { phone: Desk; other: Desk },
  assert: Assert
): Promise<void> {
  const here = { ...cast.at(215, 130), accuracy: 4 }
  for (const { context } of [phone, other]) {
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation(here)
  }
  const page = await opensTheField(phone, round)
  await phone.look('field-online')
  await phone.context.setOffline(true)
  await page.reload()
  await page.getByText('بلا شبكة').waitFor()
  await counts(page, 'قطعة 17', 'different')
  await page.getByLabel('الاستعمال الفعلي').fill('مخزن مواد بناء')
  await page.getByLabel('ملاحظة').fill('سور من الطوب على الحد الشرقي')
  await phone.look('field-form-offline')
  await saves(page)
  await page.locator('[data-findings] li').first().waitFor()
  await phone.look('field-unsent-offline')
  await page.reload()
  await page.locator('[data-findings] li').first().waitFor()

  const second = await opensTheField(other, round)
  await counts(second, 'قطعة 17', 'found')
  await saves(second)
  await second.getByText('كل ما سجلته أُرسل.').waitFor()

  await phone.context.setOffline(false)
  await page.locator('[data-unsent="conflict"]').waitFor({ timeout: 30_000 })
  await page.locator('[data-findings] button').click()
  await page.getByText('تغير هذا القيد بعد تنزيله').waitFor()
  const compared = await page.locator('.field-compare').innerText()
  assert.include(compared, 'مخزن مواد بناء')
  assert.include(compared, cast.people.second.fullName)
  await phone.look('field-conflict')
  await page.getByRole('button', { name: 'أرسل نتيجتي على الوضع الحالي' }).click()
  await page.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 30_000 })
  await phone.context.setGeolocation({ ...cast.at(140, 130), accuracy: 4 })
  await counts(page, 'قطعة 16', 'found')
  await saves(page)
  await page.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 30_000 })
  await phone.look('field-done')
}

/** The supervisor decides each line, another person approves, and the differences are in the register. */
export async function isPosted(
  round: string,
  { officer, head }: { officer: Desk; head: Desk }
): Promise<void> {
  const { page } = officer
  await page.reload()
  await officer.look('round-attention')
  for (const name of ['قطعة 17', 'قطعة 16']) {
    await page.locator('main table a', { hasText: name }).click()
    await officer.button('اعتمد النتيجة').waitFor()
    await officer.look(`round-line-${name.slice(-2)}`)
    await officer.button('اعتمد النتيجة').click()
    await officer.says('اعتُمد «')
    await officer.page.locator(`main a[href="${round}"]`).first().click()
    await page.waitForURL((url) => url.pathname === round)
  }
  await officer.button('أعد الفروق معاملات').click()
  await officer.says('أُعدت للفروق')
  await officer.look('round-differences')

  await head.menu('الحصر والجرد')
  await head.page.locator(`main .rows tbody a[href="${round}"]`).first().click()
  await head.link('راجع الفروق واعتمد').click()
  await head.button('اعتمد النتائج ورحّلها').waitFor()
  await head.look('round-to-approve')
  await head.button('اعتمد النتائج ورحّلها').click()
  await head.agree()
  await head.says('رُحّل')
  await head.look('round-posted')
  await page.reload()
  await officer.button('أقفل الحصر').click()
  await officer.agree()
  await officer.says('أُقفل الحصر')
  await officer.look('round-closed')
}
