import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import { postEntry } from '#accounts/actions/post_entry'
import AdvanceLife from '#accounts/advances/advance_life'
import { payingType } from '#accounts/advances/form_of_advance'
import RequestAdvance from '#accounts/advances/request_advance'
import { totalsOf, trialBalance, type Sides } from '#accounts/books/figures'
import { folioFigures } from '#accounts/books/folio'
import AccountBook from '#accounts/models/account_book'
import { pounds } from '#tests/support/budget'
import { aPayee, aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'

const DAY = ['55', '224']
const CREDIT = ['224', '39-credit', '71-credit', '29']
const DEBIT = ['224', '39-debit', '71-debit', '29']

/**
 * What a certificate of 30,000.00 with 4,200.00 of VAT, a refund of 500.00, and an advance of 800.00 of each
 * kind move, and the books in which it stands. Payment orders are no current account: the day book and, once
 * executed, book 56.
 */
const STANDS: Record<string, readonly [moved: string, books: readonly string[]]> = {
  '41110203': ['0.00/1080.00', CREDIT],
  'INT-ADV-PERMANENT': ['800.00/0.00', [...DAY, '39-debit', '71-debit', '29']],
  'INT-ADV-SUPPLIER': ['800.00/0.00', [...DAY, '39-debit', '71-debit', '29']],
  'INT-ADV-TEMPORARY': ['1600.00/0.00', [...DAY, '39-debit', '71-debit', '29']],
  'INT-ADVANCES': ['0.00/3000.00', DEBIT],
  'INT-DEDUCTED': ['0.00/75.00', CREDIT],
  'INT-DEPOSITS': ['500.00/0.00', [...DAY, '39-credit', '71-credit', '29']],
  'INT-PAYORDERS': ['0.00/30135.00', ['224']],
  'INT-PENALTIES': ['0.00/250.00', CREDIT],
  'INT-RETENTION': ['0.00/1500.00', CREDIT],
  'INT-STAMPS': ['0.00/720.00', CREDIT],
  'INT-USES': ['34200.00/0.00', [...DAY, '10', '81-uses']],
  'INT-VATWH': ['0.00/840.00', CREDIT],
  'INT-WHT': ['0.00/300.00', CREDIT],
}

const pair = ({ debit, credit }: Sides) => `${debit}/${credit}`
const stated = (
  kind: 'insurance' | 'penalty' | 'advance' | 'retention' | 'other',
  amount: string
) => ({
  ...{ kind, amount: pounds(amount), reference: 'كتاب 7' },
})

test.group('What forms 50 move, in the books', (group) => {
  let world: PayingUnit
  group.tap((one) => one.timeout(60_000))
  group.each.setup(async () => {
    world = await aPayingUnit()
    const invoice = (invoiceNo: string, beforeVat: string, vat = '0.00') => ({
      ...{ invoiceNo, invoiceOn: world.on, beforeVat: pounds(beforeVat), vat: pounds(vat) },
    })
    await aVoucher(world, 'posted', {
      paymentType: 'works',
      invoices: [invoice('م/1', '30000.00', '4200.00')],
      stated: [
        stated('insurance', '1080.00'),
        stated('penalty', '250.00'),
        stated('advance', '3000.00'),
        stated('retention', '1500.00'),
        stated('other', '75.00'),
      ],
    })
    await aVoucher(world, 'posted', {
      ...{ paymentType: 'deposit_refund', commitmentId: null, unitId: world.unitId },
      invoices: [invoice('رد', '500.00')],
    })
    const { unitId, officer, head, on } = world
    const staff = await aPayee(
      unitId,
      { officer, head },
      { name: 'العاملون بالوحدة', kind: 'employee' }
    )
    for (const kind of ['permanent', 'travel', 'transport'] as const) {
      const advanceId = await anApproved(kind, pounds('800.00'))
      await aVoucher(world, 'posted', {
        ...{ paymentType: payingType(kind), advanceId, beneficiaryId: staff.id },
        ...{ commitmentId: null, unitId, invoices: [invoice(kind, '800.00')] },
      })
    }
    // A prepayment's form needs a letter that secures it; the books read what its entry says.
    await db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId, postedOn: on, kind: 'payment_voucher', description: 'دفعة مقدمة' },
          businessKey: `prepayment/${unitId}`,
          lines: [
            { account: 'INT-ADV-SUPPLIER', debit: pounds('800.00') },
            { account: 'INT-PAYORDERS', credit: pounds('800.00') },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
  })

  const anApproved = async (kind: 'permanent' | 'travel' | 'transport', amount: Money) => {
    const { unitId, officer, head, on } = world
    const holder = await aPerson({ unitId })
    const by = officer.asActor() as { id: number; name: string }
    const asked = { unitId, kind, amount, purpose: 'سلفة', on, holder: { userId: holder.id } }
    const { id } = await new RequestAdvance().handle(asked, { by })
    await new AdvanceLife().approve(id, { by: head, on })
    return id
  }

  const read = async () => {
    const month = Month.containing(world.on)
    const books = await AccountBook.query().orderBy('sort_order')
    const folios = new Map<string, Awaited<ReturnType<typeof folioFigures>>>()
    for (const book of books) {
      const place = { unitId: world.unitId, month }
      folios.set(book.code, await folioFigures(book, place, { trx: db as never }))
    }
    return folios
  }

  test('each account that a form charges or holds back on stands in its books, in each with what moved in it, and in no other', async ({
    assert,
  }) => {
    const found: Record<string, [string, string[]]> = {}
    for (const [book, { accounts }] of await read()) {
      for (const { code, moved } of accounts) {
        found[code] ??= [pair(moved), []]
        assert.equal(pair(moved), found[code][0], `${code} in ${book}`)
        found[code][1].push(book)
      }
    }
    const sorted = (all: Record<string, readonly [string, readonly string[]]>) =>
      Object.fromEntries(
        Object.entries(all).map(([code, [moved, books]]) => [code, [moved, [...books].sort()]])
      )
    assert.deepEqual(sorted(found), sorted(STANDS))
  })

  test('no rule of forms 50 names an account that these books were not asked about', async ({
    assert,
  }) => {
    const [rows] = await db.rawQuery(
      `SELECT account_code AS code FROM posting_rules WHERE document = 'payment_voucher' AND account_code IS NOT NULL
       UNION SELECT account_code FROM payment_types WHERE account_code IS NOT NULL ORDER BY code`
    )
    const codes = rows.map(({ code }: { code: string }) => code)
    assert.deepEqual([...codes, 'INT-USES'].sort(), Object.keys(STANDS).sort())
  })

  test('the totals of books 39, 71 and 29 are the ledger’s: with uses and payment orders they are its 37,900.00 on both sides', async ({
    assert,
  }) => {
    const folios = await read()
    const moved = (code: string) => folios.get(code)!.moved
    assert.equal(pair(moved('39-debit')), '3200.00/3000.00')
    assert.equal(pair(moved('39-credit')), '500.00/4765.00')
    assert.equal(pair(moved('71-debit')), '3200.00/3000.00')
    assert.equal(pair(moved('71-credit')), '500.00/4765.00')
    assert.equal(pair(moved('29')), '3700.00/7765.00')
    assert.equal(pair(moved('81-uses')), '34200.00/0.00')
    const { first, last } = Month.containing(world.on)
    const rows = await trialBalance({ unitId: world.unitId, first, last }, { trx: db as never })
    const { moved: all } = totalsOf(rows)
    assert.equal(pair(all), '37900.00/37900.00')
    const orders = rows.find(({ code }) => code === 'INT-PAYORDERS')!.moved
    const books = [moved('29'), moved('81-uses'), orders]
    assert.equal(String(Money.sum(books.map(({ debit }) => debit))), '37900.00')
    assert.equal(String(Money.sum(books.map(({ credit }) => credit))), '37900.00')
  })
})
