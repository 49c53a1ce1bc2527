import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/days'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import RaiseNotices from '#accounts/holdings/raise_notices'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { anAdvanceDesk, bankPays } from '#tests/support/advances'
import { aBudgetLine } from '#tests/support/budget'
import { aPayee, fillDossier } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'
import type { Page } from 'playwright'

const press = (page: Page, button: string) =>
  page.getByRole('button', { name: button, exact: true }).press('Enter')

test.group('Walk of advances, guarantees and cash', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('two people take an advance, a letter, a penalty, a cheque book, cash and a surety through their pages by keys', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const { unitId } = await aBudgetLine('100000.00', '2102')
    const officer = await aPerson({ unitId, roles: ['finance_officer'], fullName: 'منى الحسابات' })
    const head = await aPerson({ unitId, roles: ['accounts_head', 'cashier'] })
    const holder = await aPerson({ unitId, fullName: 'سامي عبد الله حسن' })
    await aPayee(unitId, { officer, head }, { name: holder.fullName, kind: 'employee' })
    await aPayee(unitId, { officer, head }, { name: 'شركة الفيوم للتوريدات العمومية' })
    const bankAccountId = await openBankAccount(
      { unitId, accountNo: `99${unitId}`, nameAr: 'المصروفات', bankName: 'البنك المركزي' },
      { by: officer.asActor() }
    )
    await browserContext.loginAs(officer)
    const page = await visit('/accounts/advances/create')
    const other = await browser.newContext()
    await other.loginAs(head)
    const desk = await other.newPage()
    const go = (path: string, on = page) => on.goto(new URL(path, page.url()).href)
    /** Looks at a page as it stands: a picture, axe, contrast, direction, nothing wider than the page. */
    const look = async (name: string, on = page) => {
      await picture(on, `holdings-${name}`)
      assert.equal(await on.locator('html').getAttribute('dir'), 'rtl')
      assert.notInclude(await on.locator('body').innerText(), 'translation missing', name)
      assert.deepEqual([...(await axeFindings(on)), ...(await faintTexts(on))], [], name)
      const wide = await on.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      )
      assert.isAtMost(Number(wide), 0, `${name} is not wider than the window`)
    }
    const type = async (fields: Record<string, string>, on = page) => {
      for (const [name, value] of Object.entries(fields)) {
        const field = on.locator(`main [name="${name}"]`).first()
        if ((await field.evaluate((one) => (one as { tagName: string }).tagName)) === 'SELECT') {
          await field.selectOption(value)
          continue
        }
        await field.focus()
        // A date field takes its parts in the order of the machine's language.
        if ((await field.getAttribute('type')) === 'date') {
          await field.fill(value)
          continue
        }
        await field.fill('')
        await on.keyboard.type(value)
      }
    }

    /** Chooses whose it is by a few letters, an arrow and Enter. */
    const choose = async (letters: string, whole: string) => {
      await type({ holder: letters })
      const offered = page.getByRole('option', { name: whole })
      await offered.waitFor()
      await picture(page, 'holdings-choice')
      while ((await offered.getAttribute('aria-selected')) !== 'true') {
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Enter')
      assert.equal(await page.locator('input[name=holder]').inputValue(), whole)
    }
    const person = `${holder.fullName} — ${holder.email}`

    await choose('سامي', person)
    await type({ kind: 'travel', amount: '5000', purpose: 'مأمورية' })
    await look('advance-new')
    await press(page, 'تسجيل الطلب')
    await page.getByText('وينتظر اعتماد غيرك').waitFor()
    const advance = page.url()
    await go('/accounts/advances/create')
    await choose('سامي', person)
    await type({ kind: 'travel', amount: '1', purpose: 'أخرى' })
    await press(page, 'تسجيل الطلب')
    await page.getByText('فلا تُصرف له أخرى قبل تسويتها').waitFor()
    await look('advance-one-open')
    await desk.goto(advance)
    await press(desk, 'اعتماد')
    await desk.getByText('معتمدة').first().waitFor()
    await page.goto(advance)
    await look('advance-pay')
    await page.keyboard.press('Alt+n')
    await page.getByText('تصرف هذه الاستمارة السلفة').waitFor()
    await look('advance-form-50')
    await page.keyboard.press('Control+s')
    await page.getByText('سامي عبد الله حسن').first().waitFor()
    await page.waitForURL(/payments\/\d+$/)
    const form = Number(page.url().split('/').at(-1))
    await page.goto(advance)
    await page.getByText('مسودة').waitFor()
    await look('advance-form-written')
    await fillDossier(form, officer)
    await bankPays(form, await anAdvanceDesk(unitId, { officer, head }))
    await page.goto(advance)
    await page.getByRole('button', { name: 'تقديم التسوية' }).waitFor()
    await type({ kind: 'returned', amount: '1800', paper_no: '33/5' })
    await press(page, 'تقديم التسوية')
    await page.getByText('في انتظار الاعتماد').waitFor()
    await desk.goto(advance)
    await look('advance-settle', desk)
    await press(desk, 'اعتماد')
    await desk.getByText('3,200.00').first().waitFor()
    await look('advance', desk)

    await go('/accounts/guarantees/create')
    await choose('الفيوم', 'شركة الفيوم للتوريدات العمومية — 2')
    await type({
      ...{ purpose: 'final', form: 'letter', subject_no: '12/2026' },
      ...{ subject: 'توريد أدوات كتابية', amount: '19860', reference_no: `LG-${unitId}` },
      ...{ bank_name: 'بنك مصر', issued_on: addDays(today(), -300) },
      ...{ expires_on: addDays(today(), 12) },
    })
    await look('guarantee-new')
    await press(page, 'تسجيل')
    await page.getByText('وينتظر قبوله').waitFor()
    const guarantee = page.url()
    await type({ kind: 'accept', paper_no: '1', reason: 'مطابق للشروط' })
    await press(page, 'اقتراح إجراء')
    await page.getByText('في انتظار الاعتماد').waitFor()
    await desk.goto(guarantee)
    await press(desk, 'اعتماد')
    await desk.getByText('ينتهي خطاب الضمان بعد').waitFor()
    await page.goto(guarantee)
    await look('guarantee')

    await go('/accounts/penalties/create')
    await choose('للتوريدات', 'شركة الفيوم للتوريدات العمومية — 2')
    await type({
      ...{ violation: 'goods', contract_no: '12/2026' },
      ...{ contract_amount: '397200', amount: '3000', investigation_no: '5/2026' },
      ...{ reason: 'تأخير التوريد عشرة أيام' },
    })
    await look('penalty-new')
    await press(page, 'تسجيل')
    await page.getByText('وتنتظر اعتماد غيرك').waitFor()
    const penalty = page.url()
    await desk.goto(penalty)
    await press(desk, 'اعتماد')
    await desk.getByText('معتمدة').first().waitFor()
    await page.goto(penalty)
    await type({ venue: 'لجنة التظلمات', file_no: '3' })
    await press(page, 'تسجيل تظلم')
    await page.getByText('لم يُفصل فيه').first().waitFor()
    await desk.goto(penalty)
    await look('penalty', desk)

    await go('/accounts/cheque-books/create')
    await type({ bank_account_id: String(bankAccountId), first_no: '1001', last_no: '1050' })
    await press(page, 'إضافة للرصيد')
    await page.getByText('إلى الرصيد').waitFor()
    await type({ holder_name: 'أمين الخزينة' })
    await press(page, 'تسليم الدفتر')
    await page.getByText('في العهدة').first().waitFor()
    await type({ number: '1001', status: 'used', amount: '750', payee_name: 'هيئة البريد' })
    await press(page, 'إثبات ما جرى لشيك')
    await page.getByText('هيئة البريد').waitFor()
    await look('cheque-book')

    await go('/accounts/cash-transfers/create')
    await type({ amount: '40000', carrier_name: 'مندوب الصرف', purpose: 'تغذية الخزينة الفرعية' })
    await press(page, 'إرسال')
    await page.getByText('وتنتظر عد المستلم').waitFor()
    await look('cash-transfer')
    await go('/accounts/cash-arrivals', desk)
    await desk
      .getByRole('link', { name: /\d+\/2026/ })
      .first()
      .press('Enter')
    await desk.getByRole('button', { name: 'عد واستلام' }).waitFor()
    await look('cash-arrival', desk)
    await type({ counted: '٤٠٬٠٠٠' }, desk)
    await press(desk, 'عد واستلام')
    await desk.getByText('مستلمة').first().waitFor()

    await go('/accounts/sureties/create')
    await type({
      ...{ job: 'cashier', holder_no: '7', holder_name: 'صراف المدينة', policy_no: 'P-1' },
      ...{ guarantor_name: 'صندوق التأمين الحكومي', amount: '50000' },
      ...{ valid_from: addDays(today(), -340), valid_until: addDays(today(), 25) },
    })
    await look('surety-new')
    await press(page, 'تسجيل')
    await page.getByRole('link', { name: 'تجديد الضمان' }).waitFor()
    await look('surety')

    await new RaiseNotices().unit(unitId)
    await go('/accounts/expiries')
    await page.getByText('صراف المدينة').waitFor()
    await look('diary')
    for (const [path, name] of [
      ['/accounts/advances', 'advances'],
      ['/accounts/guarantees', 'guarantees'],
      ['/accounts/penalties', 'penalties'],
      ['/accounts/cheque-books', 'cheque-books'],
      ['/accounts/cash-transfers', 'cash-transfers'],
      ['/accounts/sureties', 'sureties'],
      ['/accounts/holding-reports', 'reports'],
      ['/accounts/holding-reports/advances-by-age', 'advances-by-age'],
      ['/accounts/holding-reports/guarantees-by-expiry', 'guarantees-by-expiry'],
    ] as const) {
      await go(path)
      await look(name)
    }
    for (const name of ['advances-by-age', 'guarantees-by-expiry']) {
      const address = new URL(`/accounts/holding-reports/${name}?format=pdf`, page.url()).href
      const paper = await page.request.get(address)
      assert.equal(paper.headers()['content-type'], 'application/pdf')
      await writeFile(join('tmp', 'pictures', `holdings-${name}.pdf`), await paper.body())
    }
    await go('/', desk)
    await look('home', desk)
  }).timeout(180_000)
})
