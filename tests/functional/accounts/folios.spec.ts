import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import { SelfApprovalError } from '#identity/errors'
import { postEntry, reverseEntry } from '#accounts/actions/post_entry'
import { FolioOrderError, MonthStillOpenError } from '#accounts/books/errors'
import type { Sides } from '#accounts/books/figures'
import { byDay, folioFigures, folioLines, running } from '#accounts/books/folio'
import KeepFolio from '#accounts/books/keep_folio'
import AccountBook from '#accounts/models/account_book'
import { anAccountsOffice, loadBooks, type AccountsOffice } from '#tests/support/account_books'

const pair = ({ debit, credit }: Sides) => `${debit} / ${credit}`

test.group('Folios of the books', (group) => {
  let office: AccountsOffice
  group.setup(loadBooks)
  group.each.setup(async () => {
    office = await anAccountsOffice()
    await office.post('2025-07-05', 'INT-BANK', 'INT-DEPOSITS', '1000.00')
    await office.post('2025-07-20', 'INT-DEPOSITS', 'INT-BANK', '250.00')
    await office.post('2025-08-03', 'INT-BANK', 'INT-DEPOSITS', '500.50')
    await office.post('2025-08-03', 'INT-COMMISSION', 'INT-BANK', '12.25')
  })

  const book = (code: string) => AccountBook.findByOrFail('code', code)
  const read = async (code: string, month: string) => {
    const place = { unitId: office.unitId, month: Month.of(month) }
    const { brought, moved, carried } = await folioFigures(await book(code), place, {
      trx: db as never,
    })
    return [brought, moved, carried].map(pair)
  }
  const folio = async (code: string, month: string) => {
    const { id: bookId } = await book(code)
    return new KeepFolio().open({ bookId, unitId: office.unitId, month: Month.of(month) })
  }

  test('both sides stand on a folio, and each month begins with what the one before carried', async ({
    assert,
  }) => {
    assert.deepEqual(await read('39-credit', '2025-07'), [
      '0.00 / 0.00',
      '250.00 / 1000.00',
      '0.00 / 750.00',
    ])
    assert.deepEqual(await read('39-credit', '2025-08'), [
      '0.00 / 750.00',
      '0.00 / 500.50',
      '0.00 / 1250.50',
    ])
    assert.deepEqual(await read('78-cash', '2025-08'), [
      '750.00 / 0.00',
      '500.50 / 12.25',
      '1238.25 / 0.00',
    ])
  })

  test('a book of the year keeps both sides and begins each July with nothing', async ({
    assert,
  }) => {
    await office.post('2026-06-30', 'INT-COMMISSION', 'INT-BANK', '7.75')
    await office.post('2026-07-01', 'INT-COMMISSION', 'INT-BANK', '3.00')
    assert.deepEqual(await read('81-uses', '2026-06'), [
      '12.25 / 0.00',
      '7.75 / 0.00',
      '20.00 / 0.00',
    ])
    assert.deepEqual(await read('81-uses', '2026-07'), [
      '0.00 / 0.00',
      '3.00 / 0.00',
      '3.00 / 0.00',
    ])
  })

  test('lines lead to their entries with the balance after each; book 10 adds them by day', async ({
    assert,
  }) => {
    const place = { unitId: office.unitId, month: Month.of('2025-07') }
    const personal = await book('39-credit')
    const { brought } = await folioFigures(personal, place, { trx: db as never })
    const lines = await folioLines(personal, place, { trx: db as never })
    assert.deepEqual(
      lines.map(({ day, entryNo, code }) => [day, entryNo, code]),
      [
        ['2025-07-05', 1, 'INT-DEPOSITS'],
        ['2025-07-20', 2, 'INT-DEPOSITS'],
      ]
    )
    assert.deepEqual(running(brought, lines).map(pair), ['0.00 / 1000.00', '0.00 / 750.00'])
    const daily = { unitId: office.unitId, month: Month.of('2025-08') }
    const days = byDay(await folioLines(await book('10'), daily, { trx: db as never }))
    assert.deepEqual([...days.keys()], ['2025-08-03'])
    assert.deepEqual([...days.get('2025-08-03')!.values()].map(pair), ['12.25 / 0.00'])
  })

  test('book 55 shows what forms 50 charge, 224 both sides of it, and a reversal takes back from both', async ({
    assert,
  }) => {
    const { unitId } = office
    const voucher = {
      ...{ unitId, postedOn: '2025-09-10', kind: 'payment_voucher', description: 'استمارة 50' },
      businessKey: `books/voucher/${unitId}`,
      lines: [
        { account: 'INT-COMMISSION', debit: Money.of('48410.00') },
        { account: 'INT-DEPOSITS', credit: Money.of('3775.70') },
        { account: 'INT-BANK', credit: Money.of('44634.30') },
      ],
    }
    const { id } = await db.transaction((trx) => postEntry(voucher, { trx, by: SYSTEM }))
    assert.deepEqual((await read('55', '2025-09'))[1], '48410.00 / 0.00')
    assert.deepEqual((await read('224', '2025-09'))[1], '48410.00 / 48410.00')
    const back = { postedOn: '2025-10-02', reason: 'مستفيد خطأ', by: SYSTEM }
    await db.transaction((trx) => reverseEntry(id, { ...back, trx }))
    assert.deepEqual(await read('55', '2025-10'), [
      '48410.00 / 0.00',
      '0.00 / 48410.00',
      '48410.00 / 48410.00',
    ])
    assert.deepEqual(await read('56', '2025-10'), ['0.00 / 0.00', '0.00 / 0.00', '0.00 / 0.00'])
  })

  test('a folio is one for its book, unit and month, numbered without gaps each year', async ({
    assert,
  }) => {
    const july = await folio('39-credit', '2025-07')
    assert.equal((await folio('39-credit', '2025-07')).id, july.id)
    assert.equal((await folio('39-credit', '2025-08')).number, 2)
    assert.equal((await folio('39-credit', '2026-07')).number, 1)
    await assert.rejects(
      () =>
        db.rawQuery(
          `INSERT INTO book_folios (book_id, unit_id, month, fiscal_year, number)
           VALUES (?, ?, '2025-07-01', '2025/2026', 99)`,
          [july.bookId, july.unitId]
        ),
      /Duplicate/
    )
  })

  test('it is closed when its month is locked, audited by another person, and stays as it was', async ({
    assert,
  }) => {
    const { clerk, controller } = office
    const { id } = await folio('39-credit', '2025-07')
    const keep = new KeepFolio()
    await assert.rejects(() => keep.close(id, { by: clerk }), MonthStillOpenError as never)
    await office.lock('2025-07')
    const closed = await keep.close(id, { by: clerk })
    assert.equal(`${closed.debit} / ${closed.credit}`, '250.00 / 1000.00')
    assert.equal(`${closed.carriedDebit} / ${closed.carriedCredit}`, '0.00 / 750.00')
    assert.equal(closed.lineCount, 2)
    assert.lengthOf(closed.documentHash!, 32)
    await assert.rejects(() => keep.audit(id, { by: clerk }), SelfApprovalError as never)
    const byHand = (set: string) => () =>
      db.rawQuery(`UPDATE book_folios SET ${set} WHERE id = ${id}`)
    await assert.rejects(
      byHand(`status = 'audited', audited_by = ${clerk.id}`),
      /book_folios_two_people/
    )
    await assert.rejects(byHand('debit = 251, carried_credit = 749'), /keeps its figures/)
    assert.equal((await keep.audit(id, { by: controller })).status, 'audited')
    await assert.rejects(byHand('month = "2025-08-01"'), /keeps its place/)
  })

  test('folios are closed in order, and reopened only while none rests on them', async ({
    assert,
  }) => {
    const { clerk, controller } = office
    const keep = new KeepFolio()
    const july = await folio('39-credit', '2025-07')
    const august = await folio('39-credit', '2025-08')
    await office.lock('2025-07', '2025-08')
    await assert.rejects(() => keep.close(august.id, { by: clerk }), FolioOrderError as never)
    await keep.close(july.id, { by: clerk })
    assert.equal(String((await keep.close(august.id, { by: clerk })).broughtCredit), '750.00')
    const reopen = (id: number) => keep.reopen(id, { by: controller, reason: 'قيد في غير حسابه' })
    await assert.rejects(() => reopen(july.id), /أغسطس/)
    await reopen(august.id)
    const opened = await reopen(july.id)
    assert.equal(opened.status, 'open')
    assert.isNull(opened.documentHash)
    assert.isNull(opened.closedBy)
  })
})
