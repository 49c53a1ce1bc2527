import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SelfApprovalError } from '#identity/errors'
import Commit from '#budget/commitments/commit'
import RequestCommitment from '#budget/commitments/request_commitment'
import { NotEnoughCreditError } from '#budget/errors'
import BookVoucher from '#accounts/payments/book_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import { IncompleteDossierError, SameSignatoryError } from '#accounts/payments/errors'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import DecideJournal from '#accounts/ledger/journals/decide_journal'
import WriteJournal from '#accounts/ledger/journals/write_journal'
import { pounds } from '#tests/support/budget'
import { counts, importFile } from '#tests/support/imports'
import { fillDossier } from '#tests/support/payments'
import {
  executedOrder,
  invoice,
  paid,
  posted,
  reviewed,
  signedOrder,
  stated,
  statement,
  written,
  whom,
} from '#tests/scenarios/fiscal_year/forms'
import type { FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

/** A need of the city set aside, then bound by another person. */
export async function committed(
  world: FiscalYearWorld,
  name: string,
  asked: { code: string; amount: string; purpose: string; needNo?: string; payeeName?: string },
  on: string
) {
  const { code, amount, ...said } = asked
  const { id } = await new RequestCommitment().handle(
    { lineId: await world.line(code), amount: pounds(amount), ...said },
    { by: world.actor('officer'), reserveOn: on }
  )
  world.made.set(name, id)
  return new Commit().approve(id, world.by('head', on))
}

/** A manual entry written by the clerk and approved by the manager. */
export async function journal(
  world: FiscalYearWorld,
  postedOn: string,
  description: string,
  [debit, credit, amount]: readonly [string, string, string]
) {
  const draft = await new WriteJournal().handle(
    {
      ...{ unitId: world.city, kind: 'manual', postedOn, description, reason: description },
      lines: [
        { account: debit, debit: pounds(amount) },
        { account: credit, credit: pounds(amount) },
      ],
    },
    { by: world.actor('clerk') }
  )
  return new DecideJournal().approve(draft.id, { by: world.people.manager })
}

/** The first quarter: what the city had, and wages for which too little is released. */
export function summerChapter(world: FiscalYearWorld): void {
  test('the accounts begin with what the city had on the first of July: 1,500,000.00 in the bank', async ({
    assert,
  }) => {
    const content = [
      'كود الحساب,تاريخ الافتتاح,مدين,دائن',
      'INT-BANK,2025-07-01,1500000.00,',
      'INT-DEPOSITS,2025-07-01,,12000.00',
      'INT-RESULT,2025-07-01,,1488000.00',
    ].join('\n')
    const landed = await importFile({ kind: 'opening-balances', unitId: world.city, content })
    assert.deepEqual(counts(landed), [3, 0, 0, 0, 0])
    assert.deepEqual(await world.standing(), {
      'INT-BANK': '1500000.00',
      'INT-DEPOSITS': '-12000.00',
      'INT-RESULT': '-1488000.00',
    })
  })

  test('wages of 250,000.00 in September find 100,000.00 released: not cleared, voided, and number 1 of book 55 stays', async ({
    assert,
  }) => {
    const on = '2025-09-25'
    await written(world, 'september', {
      ...{ paymentType: 'wages', purpose: 'أجور سبتمبر', dueOn: on, ...whom(world, 'staff') },
      lineId: await world.line('1101'),
      invoices: [invoice('132/9', on, '250000.00')],
    })
    const { id, book55No, number } = await reviewed(world, 'september', on)
    assert.deepEqual([number, book55No], [1, 1])
    const clear = () => new BookVoucher().clear(id, world.by('head', on))
    await assert.rejects(clear, NotEnoughCreditError as never)
    const ended = await new EndVoucher().void(id, {
      ...world.by('clerk', on),
      reason: 'لا يسمح الاعتماد المفرج عنه',
    })
    assert.deepEqual([ended.status, ended.book55No, ended.book224No], ['void', 1, null])
  })
}

/** What is collected and spent until the end of December. */
export function autumnChapter(world: FiscalYearWorld): void {
  test('wages of 350,000.00 in December: 35,000.00 held back, 315,000.00 net, executed, shelved', async ({
    assert,
  }) => {
    const on = '2025-12-24'
    const voucher = await posted(
      world,
      'december',
      {
        ...{ paymentType: 'wages', purpose: 'أجور ديسمبر', dueOn: on, ...whom(world, 'staff') },
        lineId: await world.line('1101'),
        invoices: [invoice('132/12', on, '350000.00')],
        stated: [stated('other', '35000.00', 'حصة العاملين في التأمينات، كشف 12')],
      },
      on
    )
    assert.deepEqual([voucher.number, voucher.book55No, voucher.book224No], [2, 2, 1])
    assert.deepEqual(await world.entry(voucher.entryId!), [
      'INT-USES D 350000.00',
      'INT-DEDUCTED C 35000.00',
      'INT-PAYORDERS C 315000.00',
    ])
    const order = await paid(world, 'december', { ordered: '2025-12-25', executed: '2025-12-28' })
    assert.deepEqual([order.number, String(order.amount)], [1, '315000.00'])
    assert.equal(
      await world.figures('1101'),
      '1200000.00 700000.00 0.00 0.00 0.00 350000.00 | 350000.00'
    )
  })

  test('600,000.00 of fees come in by two journal entries approved by another, and the bank says so', async ({
    assert,
  }) => {
    const fees = (on: string, amount: string) =>
      journal(world, on, 'توريد رسوم وخدمات بحوافظ 37', ['INT-TRANSIT', 'INT-REV-FEES', amount])
    const first = await fees('2025-09-30', '310000.00')
    const second = await fees('2026-03-31', '290000.00')
    assert.deepEqual([first.label, second.status], ['1/2025/2026', 'posted'])
    world.made.set('fees-1', first.ledgerEntryId!)
    world.made.set('fees-2', second.ledgerEntryId!)
    const landed = await statement(world, 'revenue', [
      ['2025-10-05', '310000.00', 'CR-1'],
      ['2026-04-05', '290000.00', 'CR-2'],
    ])
    assert.deepEqual(counts(landed), [2, 0, 0, 0, 0])
    const { 'INT-TRANSIT': transit, 'INT-REV-FEES': revenue } = await world.standing()
    assert.deepEqual([transit, revenue], [undefined, '-600000.00'])
  })
}

/** A need of stationery paid in parts, and maintenance whose order the bank refuses once. */
export function winterChapter(world: FiscalYearWorld): void {
  test('a need of 60,000.00 is set aside, 30,000.01 more is not there, and another person binds it under its appropriation number', async ({
    assert,
  }) => {
    const lineId = await world.line('2104')
    const ask = (amount: string, needNo: string) =>
      new RequestCommitment().handle(
        { lineId, amount: pounds(amount), purpose: 'أدوات كتابية', needNo },
        { by: world.actor('officer'), reserveOn: '2026-01-12' }
      )
    const need = await ask('60000.00', 'ط/77')
    world.made.set('stationery', need.id)
    assert.equal(
      await world.figures('2104'),
      '120000.00 90000.00 0.00 60000.00 0.00 0.00 | 30000.00'
    )
    await assert.rejects(() => ask('30000.01', 'ط/78'), NotEnoughCreditError as never)
    await assert.rejects(
      () => new Commit().approve(need.id, world.by('officer', '2026-01-15')),
      SelfApprovalError as never
    )
    const bound = await new Commit().approve(need.id, world.by('head', '2026-01-15'))
    assert.equal(bound.number, 1, 'the refused need took no number')
    assert.equal(
      await world.figures('2104'),
      '120000.00 90000.00 0.00 0.00 60000.00 0.00 | 30000.00'
    )
    const movement = await db
      .from('budget_movements')
      .where({ document_type: 'commitment', document_id: need.id, kind: 'commit' })
      .firstOrFail()
    assert.equal(bound.appropriationNo, Number(movement.id))
  })

  test('48,410.00 of supplies: returned, corrected, reviewed, book 55, book 224, signed by two, executed: 46,764.06', async ({
    assert,
  }) => {
    const on = '2026-01-20'
    const input = {
      ...{
        paymentType: 'supplies',
        purpose: 'توريد أدوات كتابية',
        dueOn: on,
        ...whom(world, 'stationer'),
      },
      commitmentId: world.id('stationery'),
      invoices: [invoice('101', on, '30000.00'), invoice('102', on, '18140.00')],
    }
    const { id } = await new DraftVoucher().make(input, { by: world.people.officer })
    world.made.set('supplies', id)
    const review = new ReviewVoucher()
    await review.submit(id, world.by('officer', on))
    await assert.rejects(
      () => review.approve(id, world.by('head', '2026-01-21')),
      IncompleteDossierError as never
    )
    await review.giveBack(id, { ...world.by('head', '2026-01-21'), reason: 'الفاتورة 102: 18,410' })
    const invoices = [invoice('101', on, '30000.00'), invoice('102', on, '18410.00')]
    const corrected = await new DraftVoucher().change(
      id,
      { ...input, invoices },
      { by: world.people.officer }
    )
    assert.deepEqual([corrected.gross, corrected.deductions, corrected.net].map(String), [
      ...['48410.00', '1645.94', '46764.06'],
    ])
    await fillDossier(id, world.people.officer)
    const entered = await reviewed(world, 'supplies', '2026-01-22')
    assert.deepEqual([entered.number, entered.book55No], [3, 3])
    const books = new BookVoucher()
    await books.clear(id, world.by('head', '2026-01-24'))
    const voucher = await books.post(id, world.by('clerk', '2026-01-25'))
    assert.equal(voucher.book224No, 2)
    assert.deepEqual(await world.entry(voucher.entryId!), [
      'INT-USES D 48410.00',
      'INT-WHT C 484.10',
      'INT-STAMPS C 290.46',
      'INT-STAMPS C 871.38',
      'INT-PAYORDERS C 46764.06',
    ])
    const orders = new OrderVoucher()
    const { bankAccountId } = world
    const act = world.by('clerk', '2026-01-26')
    const order = await orders.make(id, { bankAccountId, method: 'order' }, act)
    await orders.sign(order.id, world.by('head', '2026-01-26'))
    await assert.rejects(
      () => orders.sign(order.id, world.by('head', '2026-01-26')),
      SameSignatoryError as never
    )
    await orders.sign(order.id, world.by('chief', '2026-01-27'))
    await executedOrder(world, order.id, '2026-01-28')
    await new EndVoucher().archive(id, { ...world.by('clerk', '2026-01-29'), shelf: 'أ/2' })
    assert.equal(
      await world.figures('2104'),
      '120000.00 90000.00 0.00 0.00 11590.00 48410.00 | 30000.00'
    )
  })

  test('a second part of 8,000.00 with a fine of 240.00: 7,488.00 net; 3,590.00 of the commitment stay open', async ({
    assert,
  }) => {
    const on = '2026-02-10'
    const voucher = await posted(
      world,
      'second-part',
      {
        ...{
          paymentType: 'supplies',
          purpose: 'توريد متأخر',
          dueOn: on,
          ...whom(world, 'stationer'),
        },
        commitmentId: world.id('stationery'),
        invoices: [invoice('103', on, '8000.00')],
        stated: [stated('penalty', '240.00', 'محضر التأخير 5/2026')],
      },
      on
    )
    assert.deepEqual([voucher.book55No, voucher.book224No, String(voucher.net)], [4, 3, '7488.00'])
    assert.deepEqual(await world.entry(voucher.entryId!), [
      'INT-USES D 8000.00',
      'INT-WHT C 80.00',
      'INT-STAMPS C 48.00',
      'INT-STAMPS C 144.00',
      'INT-PENALTIES C 240.00',
      'INT-PAYORDERS C 7488.00',
    ])
    await paid(world, 'second-part', { ordered: '2026-02-11', executed: '2026-02-12' })
    assert.equal(
      await world.figures('2104'),
      '120000.00 90000.00 0.00 0.00 3590.00 56410.00 | 30000.00'
    )
  })

  test('48,410.00 of services: the bank refuses the first order, nothing is posted for it, the second pays 45,795.86', async ({
    assert,
  }) => {
    await committed(
      world,
      'maintenance',
      { code: '2201', amount: '125000.00', purpose: 'صيانة المصاعد' },
      '2026-02-03'
    )
    const on = '2026-02-25'
    const voucher = await posted(
      world,
      'services',
      {
        ...{
          paymentType: 'services',
          purpose: 'صيانة المصاعد',
          dueOn: on,
          ...whom(world, 'stationer'),
        },
        commitmentId: world.id('maintenance'),
        invoices: [invoice('S-1', on, '48410.00')],
      },
      on
    )
    assert.deepEqual([voucher.book55No, voucher.book224No], [5, 4])
    assert.deepEqual(await world.entry(voucher.entryId!), [
      'INT-USES D 48410.00',
      'INT-WHT C 1452.30',
      'INT-STAMPS C 290.46',
      'INT-STAMPS C 871.38',
      'INT-PAYORDERS C 45795.86',
    ])
    const first = await signedOrder(world, 'services', '2026-02-26')
    const before = await world.standing()
    await new EndVoucher().reject(first.id, {
      ...world.by('clerk', '2026-02-28'),
      reason: 'حساب المستفيد مغلق',
    })
    assert.deepEqual(await world.standing(), before)
    const order = await paid(world, 'services', { ordered: '2026-03-01', executed: '2026-03-03' })
    assert.deepEqual([first.number, order.number], [4, 5])
    assert.equal(
      await world.figures('2201'),
      '240000.00 180000.00 0.00 0.00 76590.00 48410.00 | 55000.00'
    )
  })
}
