import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import type User from '#identity/models/user'
import RecordBeneficiary from '#accounts/beneficiaries/record_beneficiary'
import Advance from '#accounts/models/advance'
import CashTransfer from '#accounts/models/cash_transfer'
import ChequeBook from '#accounts/models/cheque_book'
import Guarantee from '#accounts/models/guarantee'
import Penalty from '#accounts/models/penalty'
import Surety from '#accounts/models/surety'
import { anAdvanceDesk, bankPays } from '#tests/support/advances'
import { aBudgetLine } from '#tests/support/budget'
import { aPayee, fillDossier } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'
import { openBankAccount } from '#accounts/actions/open_bank_account'

const send = (client: ApiClient, path: string, by: User, fields: object = {}) =>
  client.post(path).loginAs(by).withCsrfToken().redirects(0).form(fields)

const page = (client: ApiClient, path: string, by: User) => client.get(path).loginAs(by)

test.group('Pages of holdings', (group) => {
  let unitId: number
  let lineId: number
  let officer: User
  let head: User
  let secretary: User

  group.each.setup(async () => {
    const line = await aBudgetLine('10000.00', '2102')
    unitId = line.unitId
    lineId = line.lineId
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
    secretary = await aPerson({ unitId, roles: ['secretary_general'] })
  })

  const supplier = async () => {
    const known = await aPayee(unitId, { officer, head }, { name: 'شركة الفيوم للتوريدات' })
    return `${known.name} — ${known.beneficiaryNo}`
  }

  test('a travel advance goes through its pages from request to settlement; a second of its kind is refused by name', async ({
    client,
    assert,
  }) => {
    const holder = await aPerson({ unitId, fullName: 'سامي حامل السلفة' })
    const asked = {
      unit_id: unitId,
      kind: 'travel',
      holder: `${holder.fullName} — ${holder.email}`,
      amount: '٥٬٠٠٠',
      purpose: 'مأمورية القاهرة',
      on: today(),
    }
    const made = await send(client, '/accounts/advances', officer, asked)
    made.assertStatus(303)
    const advance = await Advance.findByOrFail('unitId', unitId)
    const path = `/accounts/advances/${advance.id}`
    assert.equal(made.header('location'), path)
    const again = await send(client, '/accounts/advances', officer, asked)
    again.assertStatus(422)
    assert.include(again.text(), `السلفة رقم ${advance.label}`, 'the refusal names the open one')
    await send(client, `${path}/approval`, head)
    const desk = await anAdvanceDesk(unitId, { officer, head })
    const payee = await aPayee(
      unitId,
      { officer, head },
      { name: holder.fullName, kind: 'employee' }
    )
    const start = `/accounts/payments/create?advance=${advance.id}`
    ;(await page(client, path, officer)).assertTextIncludes(start)
    const filled = await page(client, start, officer)
    for (const text of [`— ${payee.beneficiaryNo}`, 'advance_travel', 'value="5000.00"']) {
      filled.assertTextIncludes(text)
    }
    const form = {
      ...{ unit_id: unitId, advance_id: advance.id, payment_type: 'advance_travel' },
      ...{ payee: payee.beneficiaryNo, purpose: 'سلفة', due_on: today() },
    }
    const written = (amount: string) =>
      send(client, '/accounts/payments', officer, {
        ...form,
        'invoices[0][no]': advance.label,
        'invoices[0][before_vat]': amount,
      })
    ;(await written('4999')).assertStatus(422)
    const saved = await written('5000')
    const formId = Number(saved.header('location')!.split('/').at(-1))
    const under = await page(client, path, officer)
    under.assertTextIncludes(`/accounts/payments/${formId}`)
    assert.notInclude(under.text(), start, 'no second form is offered')
    await fillDossier(formId, officer)
    await bankPays(formId, desk)
    const part = { kind: 'spent', amount: '3200', paper_no: '12', line_id: lineId }
    await send(client, `${path}/settlements`, officer, part)
    const waiting = await page(client, path, head)
    waiting.assertStatus(200)
    const { id } = await db
      .from('advance_settlements')
      .where('advance_id', advance.id)
      .firstOrFail()
    await send(client, `/accounts/advance-settlements/${id}/approval`, head)
    const shown = await page(client, path, officer)
    for (const text of ['3,200.00', '1,800.00', 'سامي حامل السلفة', 'صُرفت', 'اعتُمدت تسوية']) {
      shown.assertTextIncludes(text)
    }
    const report = await page(client, '/accounts/holding-reports/advances-by-age', officer)
    report.assertTextIncludes('1,800.00')
    const before = await page(
      client,
      `/accounts/holding-reports/advances-by-age?on=${addDays(today(), -1)}`,
      officer
    )
    assert.notInclude(before.text(), '1,800.00', 'it was not paid the day before')
    for (const format of ['xlsx', 'pdf']) {
      const file = await page(
        client,
        `/accounts/holding-reports/advances-by-age?format=${format}`,
        officer
      )
      file.assertStatus(200)
    }
  })

  test('a letter is recorded, accepted, extended by an approved act and shown with its days', async ({
    client,
    assert,
  }) => {
    const until = addDays(today(), 20)
    await send(client, '/accounts/guarantees', officer, {
      unit_id: unitId,
      holder: await supplier(),
      purpose: 'final',
      form: 'letter',
      subject_no: '12/2026',
      subject: 'توريد أدوات',
      amount: '19860',
      reference_no: `LG-${unitId}`,
      bank_name: 'بنك مصر',
      issued_on: addDays(today(), -300),
      expires_on: until,
    })
    const guarantee = await Guarantee.findByOrFail('unitId', unitId)
    const path = `/accounts/guarantees/${guarantee.id}`
    const step = async (fields: object) => {
      const answer = await send(client, `${path}/acts`, officer, {
        paper_no: '4',
        reason: 'كتاب البنك',
        ...fields,
      })
      answer.assertStatus(303)
      const { id } = await db
        .from('guarantee_acts')
        .where({ guarantee_id: guarantee.id, status: 'proposed' })
        .firstOrFail()
      return send(client, `/accounts/guarantee-acts/${id}/approval`, head)
    }
    await step({ kind: 'accept' })
    const soon = await page(client, path, officer)
    soon.assertTextIncludes('ينتهي خطاب الضمان بعد 20 يومًا')
    const report = await page(client, '/accounts/holding-reports/guarantees-by-expiry', officer)
    report.assertTextIncludes('19,860.00')
    await step({ kind: 'extend', expires_on: addDays(until, 90) })
    const later = await page(client, path, officer)
    assert.notInclude(later.text(), 'ينتهي خطاب الضمان بعد')
    assert.equal((await Guarantee.findOrFail(guarantee.id)).expiresOn, addDays(until, 90))
    const files = await page(
      client,
      '/accounts/holding-reports/guarantees-by-expiry?format=pdf',
      officer
    )
    files.assertStatus(200)
  })

  test('a guarantee written by mistake is voided before it is accepted, and not after', async ({
    client,
    assert,
  }) => {
    const record = async (referenceNo: string) => {
      await send(client, '/accounts/guarantees', officer, {
        ...{ unit_id: unitId, holder: await supplier(), purpose: 'temporary', form: 'cash' },
        ...{ subject_no: '3', subject: 'مناقصة', amount: '500', reference_no: referenceNo },
        issued_on: today(),
      })
      return Guarantee.findByOrFail({ unitId, referenceNo })
    }
    const first = await record('R-1')
    const path = `/accounts/guarantees/${first.id}`
    await send(client, `${path}/voiding`, officer, { reason: 'سُجل مرتين' })
    assert.equal((await Guarantee.findOrFail(first.id)).status, 'void')
    const second = await record('R-2')
    assert.equal(second.number, first.number + 1)
    const step = { kind: 'accept', paper_no: '1', reason: 'مطابق' }
    await send(client, `/accounts/guarantees/${second.id}/acts`, officer, step)
    const { id } = await db.from('guarantee_acts').where('guarantee_id', second.id).firstOrFail()
    const waits = `/accounts/guarantees/${second.id}/voiding`
    ;(await send(client, waits, officer, { reason: 'خطأ' })).assertStatus(422)
    await send(client, `/accounts/guarantee-acts/${id}/approval`, head)
    ;(await send(client, waits, officer, { reason: 'خطأ' })).assertStatus(422)
    assert.equal((await Guarantee.findOrFail(second.id)).status, 'held')
  })

  test('a penalty is recorded, approved, taken in cash and lowered by an appeal', async ({
    client,
    assert,
  }) => {
    await send(client, '/accounts/penalties', officer, {
      unit_id: unitId,
      violation: 'goods',
      holder: await supplier(),
      contract_no: '12/2026',
      contract_amount: '397200',
      amount: '3000',
      investigation_no: '5',
      reason: 'تأخير التوريد',
    })
    const { id } = await Penalty.findByOrFail('unitId', unitId)
    const path = `/accounts/penalties/${id}`
    ;(await page(client, path, head)).assertTextIncludes('البت في الغرامة')
    await send(client, `${path}/approval`, head)
    ;(await page(client, path, officer)).assertTextIncludes('تنفيذ الغرامة')
    const wrong = await send(client, `${path}/execution`, officer, {
      via: 'invoice',
      paper_no: '999/2026/2027',
    })
    assert.include(wrong.text(), 'لا توجد في الوحدة بهذا الرقم')
    await send(client, `${path}/execution`, officer, { via: 'cash', paper_no: '33/9' })
    await send(client, `${path}/appeals`, officer, { venue: 'لجنة التظلمات', file_no: '3' })
    const appeal = await db.from('penalty_appeals').where('penalty_id', id).firstOrFail()
    await send(client, `/accounts/penalty-appeals/${appeal.id}/decision`, head, {
      outcome: 'reduced',
      amount: '1000',
      decision_no: '8',
    })
    const shown = await page(client, path, officer)
    for (const text of ['1,000.00', '3,000.00', 'تخفيض', 'رد من غرامة']) {
      shown.assertTextIncludes(text)
    }
    ;(await page(client, '/accounts/penalties', officer)).assertTextIncludes('1,000.00')
  })

  test('whose it is is found by a few letters: people and beneficiaries for an advance, beneficiaries alone for a guarantee', async ({
    client,
    assert,
  }) => {
    const holding = await aPerson({ unitId, fullName: 'إيهاب الشريف', roles: ['cashier'] })
    const payee = await aPayee(unitId, { officer, head }, { name: 'شركة الشريف للنقل' })
    const other = await aPayee(await aUnit(), { officer, head }, { name: 'الشريف إخوان' })
    const offered = async (form: string, by = officer) =>
      (
        await page(
          client,
          `/accounts/holders?for=${form}&unit_id=${unitId}&q=${encodeURIComponent('الشريف')}`,
          by
        )
      ).body()
    const beneficiary = `${payee.name} — ${payee.beneficiaryNo}`
    const person = `${holding.fullName} — ${holding.email}`
    assert.deepEqual(await offered('advances'), [person, beneficiary])
    assert.deepEqual(await offered('penalties'), [person, beneficiary])
    assert.deepEqual(await offered('guarantees'), [beneficiary])
    assert.deepEqual(await offered('units'), [])
    assert.notInclude(await offered('guarantees'), other.name)
    ;(await page(client, '/accounts/holders?for=advances&q=a', holding)).assertStatus(403)
  })

  test('who is not approved, not known or not of the house is refused by name', async ({
    client,
    assert,
  }) => {
    const by = officer.asActor() as { id: number; name: string }
    const named = { unitId, kind: 'supplier', name: 'مورد لم يعتمد' } as const
    const { beneficiaryNo } = await new RecordBeneficiary().handle(named, { by })
    const advance = (of: string) =>
      send(client, '/accounts/advances', officer, {
        ...{ unit_id: unitId, kind: 'travel', amount: '100', purpose: 'مأمورية' },
        ...{ holder: of, on: today() },
      })
    const guarantee = (of: string) =>
      send(client, '/accounts/guarantees', officer, {
        ...{ unit_id: unitId, holder: of, purpose: 'temporary', form: 'cash', amount: '500' },
        ...{ subject_no: '3', subject: 'مناقصة', reference_no: 'R-9', issued_on: today() },
      })
    const refused = async (answer: ReturnType<typeof send>, said: string) => {
      const response = await answer
      response.assertStatus(422)
      assert.include(response.text(), said)
    }
    await refused(advance(beneficiaryNo), 'ليس للمستفيد «مورد لم يعتمد» حساب معتمد')
    await refused(guarantee(beneficiaryNo), 'المستفيد «مورد لم يعتمد» لم يُعتمد بعد')
    await refused(advance('nobody@example.org'), 'ليس في ديوان حساب مفتوح')
    const unknown = await advance('لا أحد')
    unknown.assertStatus(303)
    const back = JSON.stringify(unknown.flashMessages())
    assert.include(back, 'لا يوجد مستفيد بهذا الاسم أو الرقم في الوحدة')
    assert.isEmpty(await db.from('advances').where('unit_id', unitId))
    assert.isEmpty(await db.from('guarantees').where('unit_id', unitId))
  })

  test('a cheque book is received, handed over, written from and withdrawn', async ({
    client,
    assert,
  }) => {
    const bankAccountId = await openBankAccount(
      {
        unitId,
        accountNo: `88${process.pid}${unitId}`,
        nameAr: 'حساب المصروفات',
        bankName: 'البنك المركزي',
      },
      { by: officer.asActor() }
    )
    await send(client, '/accounts/cheque-books', officer, {
      bank_account_id: bankAccountId,
      first_no: 1001,
      last_no: 1050,
    })
    const { id } = await ChequeBook.findByOrFail('unitId', unitId)
    const path = `/accounts/cheque-books/${id}`
    await send(client, `${path}/issue`, officer, { holder_name: 'أمين الخزينة' })
    const used = { number: 1001, status: 'used', amount: '750', payee_name: 'هيئة البريد' }
    await send(client, `${path}/leaves`, officer, used)
    const outside = await send(client, `${path}/leaves`, officer, { ...used, number: 1051 })
    assert.include(outside.text(), 'ليس من هذا الدفتر')
    await send(client, `${path}/withdrawal`, officer, { reason: 'أغلق الحساب' })
    const shown = await page(client, path, officer)
    for (const text of ['مسحوب', 'هيئة البريد', '750.00', '1050']) shown.assertTextIncludes(text)
    const list = await page(client, '/accounts/cheque-books?leaf=1020', officer)
    list.assertTextIncludes('1001–1050')
    const none = await page(client, '/accounts/cheque-books?leaf=2000', officer)
    assert.notInclude(none.text(), '1001–1050')
  })

  test('cash sent to another unit is counted by its people alone', async ({ client, assert }) => {
    const otherId = await aUnit()
    const cashier = await aPerson({ unitId: otherId, roles: ['cashier'] })
    const { code } = await db.from('units').where('id', otherId).firstOrFail()
    await send(client, '/accounts/cash-transfers', officer, {
      unit_id: unitId,
      to_unit_code: code,
      amount: '40000',
      carrier_name: 'مندوب الصرف',
      purpose: 'تغذية الخزينة',
    })
    const transfer = await CashTransfer.findByOrFail('unitId', unitId)
    const { id } = await db.from('cash_arrivals').where('transfer_id', transfer.id).firstOrFail()
    const path = `/accounts/cash-arrivals/${id}`
    ;(await page(client, path, officer)).assertStatus(404)
    ;(await page(client, `/accounts/cash-transfers/${transfer.id}`, cashier)).assertStatus(404)
    ;(await page(client, '/accounts/cash-arrivals', cashier)).assertTextIncludes('40,000.00')
    const short = await send(client, `${path}/receipt`, cashier, { counted: '39950' })
    assert.include(short.text(), 'المعدود 39,950.00')
    ;(await page(client, '/', cashier)).assertTextIncludes('نقدية واردة أعدها وأستلمها')
    await send(client, `${path}/receipt`, cashier, { counted: '40000' })
    assert.equal((await CashTransfer.findOrFail(transfer.id)).status, 'received')
    const shown = await page(client, `/accounts/cash-transfers/${transfer.id}`, officer)
    shown.assertTextIncludes('مستلمة')
  })

  test('a surety is recorded to its last day, renewed from the next one and its holder cleared', async ({
    client,
    assert,
  }) => {
    const fields = {
      unit_id: unitId,
      job: 'cashier',
      holder_no: '7',
      holder_name: 'صراف المدينة',
      guarantor_name: 'صندوق التأمين الحكومي',
      policy_no: 'P-1',
      amount: '50000',
      valid_from: '2026-07-01',
      valid_until: '2026-12-31',
    }
    await send(client, '/accounts/sureties', officer, fields)
    const surety = await Surety.findByOrFail('unitId', unitId)
    assert.equal(surety.validTo, '2027-01-01')
    const form = await page(client, `/accounts/sureties/${surety.id}/renewal`, officer)
    form.assertTextIncludes('2027-01-01')
    await send(client, '/accounts/sureties', officer, {
      ...fields,
      policy_no: 'P-2',
      valid_from: '2027-01-01',
      valid_until: '2027-12-31',
    })
    const all = await page(client, `/accounts/sureties/${surety.id}`, officer)
    all.assertTextIncludes('P-2')
    const next = await Surety.findByOrFail('policyNo', 'P-2')
    await send(client, `/accounts/sureties/${next.id}/release`, officer, { paper: 'محضر 4' })
    assert.isNotNull((await Surety.findOrFail(next.id)).releasedOn)
    ;(await page(client, '/accounts/sureties', officer)).assertTextIncludes('حل غيره محله')
  })

  test('the diary and the shelf of reports open for who reads holdings, and what waits is on the first page', async ({
    client,
  }) => {
    await send(client, '/accounts/advances', officer, {
      unit_id: unitId,
      kind: 'transport',
      holder: officer.email,
      amount: '100',
      purpose: 'انتقال',
      on: today(),
    })
    for (const path of ['/accounts/expiries', '/accounts/holding-reports', '/accounts/advances']) {
      ;(await page(client, path, secretary)).assertStatus(200)
    }
    ;(await page(client, '/', head)).assertTextIncludes('سلف وتسويات تنتظر اعتمادي')
  })
})
