import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Page } from 'playwright'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { anOrder, aPayingUnit } from '#tests/support/payments'

const focused = (page: Page) => page.evaluate<string>("document.activeElement?.name ?? ''")

/** Tab, as often as it takes to reach a field; a date has several stops of its own. */
async function tabTo(page: Page, name: string) {
  for (let press = 0; press < 16; press++) {
    if ((await focused(page)) === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${name} is not reached by Tab; the focus is on ${await focused(page)}`)
}

test.group('Form 50 by keyboard', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a form of two invoices is typed, totalled by the server and handed in within a minute, without the mouse', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const world = await aPayingUnit()
    await browserContext.loginAs(world.officer)
    const page = await visit('/accounts/payments/create')
    await page.locator('form[data-form50]').waitFor()
    const begun = Date.now()
    const { keyboard } = page
    assert.equal(await focused(page), 'commitment_id')
    await keyboard.press('ArrowDown')
    // What the commitment says is taken over.
    assert.equal(await page.locator('input[name=purpose]').inputValue(), 'أدوات كتابية')
    await tabTo(page, 'payee')
    await keyboard.type(world.payee.beneficiaryNo)
    await tabTo(page, 'invoices[0][no]')
    await keyboard.type('101')
    await tabTo(page, 'invoices[0][before_vat]')
    await keyboard.type('٣٠٬٠٠٠٫٠٠')
    await keyboard.press('Enter')
    assert.equal(await focused(page), 'invoices[1][no]')
    await keyboard.type('102')
    await tabTo(page, 'invoices[1][before_vat]')
    await keyboard.type('18410')
    await page.locator('[data-net="46764.06"]').waitFor()
    const said = await page.locator('[data-figures]').innerText()
    for (const text of ['48,410.00', '484.10', '290.46', '871.38', '1,645.94', '46,764.06']) {
      assert.include(said, text)
    }
    assert.include(said, 'ستة وأربعون ألفًا وسبعمائة وأربعة وستون جنيهًا وستة قروش فقط لا غير')
    assert.equal(
      await page.locator('input[name="invoices[1][on]"]').inputValue(),
      world.on,
      'the date of an invoice is that of the due unless told'
    )
    await picture(page, 'form50-typed')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    assert.equal(await focused(page), 'stated[0][kind]')
    await keyboard.press('Control+Enter')
    await page.waitForURL(/\/accounts\/payments\/\d+$/)
    assert.isBelow(Date.now() - begun, 60_000)
    const [voucher] = await PaymentVoucher.query()
      .where('unit_id', world.unitId)
      .preload('invoices')
    assert.equal(voucher!.status, 'submitted')
    assert.equal(String(voucher!.net), '46764.06')
    assert.lengthOf(voucher!.invoices, 2)
    await page.getByText('في انتظار المراجعة').first().waitFor()
    await picture(page, 'form50-handed-in')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
  })

  test('Enter makes rows as they are needed, and a page lost on the way has lost nothing', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const world = await aPayingUnit()
    await browserContext.loginAs(world.officer)
    const page = await visit('/accounts/payments/create')
    await page.locator('form[data-form50]').waitFor()
    await tabTo(page, 'invoices[0][no]')
    for (let row = 0; row < 5; row++) {
      await page.keyboard.type(`ف-${row + 1}`)
      await tabTo(page, `invoices[${row}][before_vat]`)
      await page.keyboard.type('100')
      await page.keyboard.press('Enter')
    }
    assert.equal(await focused(page), 'invoices[5][no]')
    await page.locator('[data-net]').waitFor()
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
    await page.waitForTimeout(600)
    await page.reload()
    await page.getByText('استعيد ما كتبته').waitFor()
    assert.equal(await page.locator('input[name="invoices[4][no]"]').inputValue(), 'ف-5')
    assert.equal(await page.locator('input[name="invoices[4][before_vat]"]').inputValue(), '100')
    await picture(page, 'form50-kept')
  })

  test('a form with its chain, its prints and its reports are readable pages', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const world = await aPayingUnit()
    const { voucher } = await anOrder(world)
    await browserContext.loginAs(world.head)
    const page = await visit(`/accounts/payments/${voucher.id}`)
    const addresses = {
      'payment-chain': `/accounts/payments/${voucher.id}`,
      'payment-worklist': '/waiting',
      'payment-reports': '/accounts/payments/reports',
      'payment-register': '/accounts/payments/reports/payments-register',
      'deduction-register': '/accounts/payments/reports/deductions-register',
      'cycle-by-stage': '/accounts/payments/reports/cycle-by-stage',
      'printers': '/accounts/printers',
    }
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(new URL(address, page.url()).href)
      await picture(page, name)
      const findings = [...(await axeFindings(page)), ...(await faintTexts(page))]
      assert.deepEqual(findings, [], address)
    }
  })
})
