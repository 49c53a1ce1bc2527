import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SYSTEM } from '#audit/actor'
import { Money } from '#core/money'
import { within } from '#core/within'
import { postEntries } from '#accounts/actions/post_entry'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { balanceOf, loadImportReference } from '#tests/support/imports'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'
import type { Page } from 'playwright'

/** Answers the question that a form asks before it is sent. */
async function confirmed(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator('dialog.ask button.btn-primary, dialog.ask button.btn-danger').click()
}

async function aMonthOfEntries(unitId: number) {
  const entry = (day: string, debit: string, credit: string, amount: string) => ({
    unitId,
    postedOn: day,
    kind: 'test',
    businessKey: `walk/${unitId}/${day}/${debit}`,
    description: `قيد يوم ${day}`,
    lines: [
      { account: debit, debit: Money.of(amount) },
      { account: credit, credit: Money.of(amount) },
    ],
  })
  await within(null, (trx) =>
    postEntries(
      [
        entry('2026-06-30', 'INT-BANK', 'INT-REV-FEES', '5000.00'),
        entry('2026-09-10', 'INT-CASH', 'INT-REV-FEES', '1250.75'),
        entry('2026-10-01', 'INT-BANK', 'INT-CASH', '1000.00'),
        entry('2026-10-12', 'INT-CASH', 'INT-DEPOSITS', '300.25'),
        entry('2026-10-12', '91130501', '92130501', '80000.00'),
      ],
      { trx, by: SYSTEM }
    )
  )
}

test.group('Walk of the ledger', (group) => {
  group.setup(loadImportReference)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an entry is written, approved, found in balance and statement, taken back, and its month locked: by keys and two people', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const unitId = await aUnit()
    await aMonthOfEntries(unitId)
    const officer = await aPerson({ unitId, roles: ['finance_officer'] })
    const head = await aPerson({ unitId, roles: ['accounts_head'] })
    await browserContext.loginAs(officer)
    const flaws = async (of: Page) => [...(await axeFindings(of)), ...(await faintTexts(of))]
    const page = await visit('/accounts/journals/create')
    const at = (path: string) => new URL(path, page.url()).href
    const type = async (selector: string, text: string) => {
      await page.locator(selector).focus()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    }
    await page.locator('select[name=kind]').selectOption('adjusting')
    await page.locator('input[name=posted_on]').fill('2026-10-31')
    await type('input[name=description]', 'تسوية عمولة بنكية')
    await type('textarea[name=reason]', 'عمولة لم تقيد في شهرها')
    await type('#line-account-0', 'INT-COMMISSION')
    await type('#line-debit-0', '١٢٫٥٠')
    await type('#line-account-1', 'INT-BANK')
    await type('#line-credit-1', '12.05')
    await picture(page, 'journal-new')
    assert.deepEqual(await flaws(page), [])
    await page.keyboard.press('Enter')
    // Refused in words, with what was typed still there.
    await page.getByText('12.05').first().waitFor()
    assert.equal(await page.locator('#line-account-0').inputValue(), 'INT-COMMISSION')
    await picture(page, 'journal-unbalanced')
    await type('#line-credit-1', '12.50')
    await page.keyboard.press('Enter')
    await page.getByText('وتنتظر الاعتماد').waitFor()
    const journal = page.url()
    assert.equal(await page.getByRole('button', { name: 'اعتماد وترحيل' }).count(), 0)

    const other = await browser.newContext()
    await other.loginAs(head)
    const desk = await other.newPage()
    await desk.goto(journal)
    assert.deepEqual(await flaws(desk), [])
    await picture(desk, 'journal')
    await confirmed(desk, 'اعتماد وترحيل')
    await desk.getByText('اعتُمدت مذكرة القيد').waitFor()
    assert.equal(await balanceOf('INT-COMMISSION', unitId), '12.50')

    await page.goto(at('/accounts/trial-balance?from=2026-10&to=2026-10'))
    await page.getByText('12.50').first().waitFor()
    await picture(page, 'trial-balance')
    assert.deepEqual(await flaws(page), [])
    assert.equal(await page.getByText('80,000.00').count(), 0)
    await page.getByRole('link', { name: 'الحسابات النظامية' }).press('Enter')
    await page.getByText('80,000.00').first().waitFor()
    await picture(page, 'trial-balance-memo')
    await page.getByRole('link', { name: 'الحسابات المالية' }).press('Enter')
    await page.getByRole('link', { name: 'INT-BANK', exact: true }).press('Enter')
    // 5,000.00 before October; 1,000.00 in and 12.50 out.
    await page.getByText('5,987.50 مدين').waitFor()
    await page.getByText('5,000.00 مدين').waitFor()
    await picture(page, 'account-statement')
    assert.deepEqual(await flaws(page), [])
    await page.locator('table a[href*="/papers/ledger_entries/"]').last().press('Enter')
    await page.getByText('تسوية عمولة بنكية').first().waitFor()
    const paper = page.url()
    await picture(page, 'ledger-entry')
    assert.deepEqual(await flaws(page), [])
    await page.locator('a[href$="/reversal"]').press('Enter')
    await page.locator('input[name=posted_on]').fill('2026-10-31')
    await type('textarea[name=reason]', 'قيدت العمولة مرتين')
    assert.deepEqual(await flaws(page), [])
    await picture(page, 'journal-reversal')
    await page.getByRole('button', { name: 'تقديم للاعتماد' }).press('Enter')
    await page.getByText('وتنتظر الاعتماد').waitFor()
    await desk.goto(page.url())
    await confirmed(desk, 'اعتماد وترحيل')
    await desk.getByText('اعتُمدت مذكرة القيد').waitFor()
    assert.equal(await balanceOf('INT-COMMISSION', unitId), '0.00')
    // Once only: the paper no longer offers it.
    await page.goto(paper)
    assert.equal(await page.locator('a[href$="/reversal"]').count(), 0)

    await page.goto(at('/accounts/journals/create'))
    await page.locator('select[name=kind]').selectOption('recurring')
    await page.locator('input[name=posted_on]').fill('2026-10-15')
    await page.locator('input[name=until]').fill('2027-03')
    await type('input[name=description]', 'عمولة شهرية')
    await type('textarea[name=reason]', 'اتفاق مع البنك')
    await type('#line-account-0', 'INT-COMMISSION')
    await type('#line-debit-0', '7')
    await type('#line-account-1', 'INT-BANK')
    await type('#line-credit-1', '7')
    await page.keyboard.press('Enter')
    await page.getByText('وتنتظر الاعتماد').waitFor()
    const recurring = page.url()

    const locked = async () => {
      await page.goto(at('/accounts/periods/create'))
      await page.locator('input[name=month]').fill('2026-10')
      await page.locator('select[name=to]').selectOption('locked')
      await type('input[name=decision_no]', '15')
      await page.locator('input[name=decision_on]').fill('2026-11-02')
      await type('textarea[name=reason]', 'قفل حسابات الشهر')
      await page.getByRole('button', { name: 'تقديم للاعتماد' }).press('Enter')
    }
    await locked()
    await page.getByText('قيود لم يبت فيها').first().waitFor()
    await desk.goto(recurring)
    await confirmed(desk, 'اعتماد وترحيل')
    await desk.getByText('اعتُمدت مذكرة القيد').waitFor()
    await picture(desk, 'journal-recurring')
    await locked()
    await page.getByText('قُدم قرار شهر').waitFor()
    await picture(page, 'period-decision')
    assert.deepEqual(await flaws(page), [])
    await desk.goto(page.url())
    await confirmed(desk, 'اعتماد وتنفيذ')
    await desk.getByText('نُفذ قرار شهر').waitFor()
    for (const [path, name] of [
      ['/accounts/periods', 'periods'],
      ['/accounts/journals', 'journals'],
      ['/accounts/chart', 'chart'],
    ] as const) {
      await page.goto(at(path))
      await page.locator('table').first().waitFor()
      await picture(page, name)
      assert.deepEqual(await flaws(page), [])
    }
    await page.goto(at('/accounts/journals/create'))
    await page.locator('select[name=kind]').selectOption('manual')
    await page.locator('input[name=posted_on]').fill('2026-10-20')
    await type('input[name=description]', 'بعد الإقفال')
    await type('textarea[name=reason]', 'لا يجوز في شهر مقفل')
    await type('#line-account-0', 'INT-CASH')
    await type('#line-debit-0', '1')
    await type('#line-account-1', 'INT-BANK')
    await type('#line-credit-1', '1')
    await page.keyboard.press('Enter')
    await page.getByText('2026-10 مقفل').first().waitFor()
  })
})
