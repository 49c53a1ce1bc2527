import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import CashTransfers from '#accounts/cash/cash_transfers'
import { CountDiffersError } from '#accounts/cash/errors'
import ChequeStock from '#accounts/cheques/cheque_stock'
import { endLeaf } from '#accounts/cheques/end_leaf'
import { ChequeLeafError, ChequeRangeError } from '#accounts/cheques/errors'
import { isSecured, recordSurety, SuretyDaysError } from '#accounts/sureties/record_surety'
import { pounds } from '#tests/support/budget'
import { standing } from '#tests/support/holdings'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const on = '2026-11-22'

test.group('Cheques, cash and sureties', (group) => {
  let unitId: number
  let officer: User
  let receiver: User

  group.each.setup(async () => {
    unitId = await aUnit()
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    receiver = await aPerson({ unitId, roles: ['cashier'] })
  })

  const actor = (user: User) => user.asActor() as { id: number; name: string }
  const act = (user = officer) => ({ by: actor(user), on })
  const anAccount = () =>
    openBankAccount(
      {
        unitId,
        accountNo: `77${process.pid}${unitId}`,
        nameAr: 'حساب المصروفات',
        bankName: 'البنك المركزي المصري',
        purpose: 'revenue',
      },
      { by: actor(officer) }
    )

  test('each leaf of a cheque book is in the stock once and is used, voided or missing once', async ({
    assert,
  }) => {
    const stock = new ChequeStock()
    const bankAccountId = await anAccount()
    const receive = (firstNo: number, lastNo: number) =>
      stock.receive({ bankAccountId, firstNo, lastNo }, act())
    const book = await receive(1001, 1050)
    await assert.rejects(() => receive(1050, 1099), ChequeRangeError as never)
    await assert.rejects(() => receive(1100, 2100), ChequeRangeError as never)
    await assert.rejects(() => receive(1100, 1099), ChequeRangeError as never)
    await receive(1051, 1100)
    const leaf = (number: number) => ({ bankAccountId, number })
    const used = { status: 'used', amount: pounds('750.00'), payeeName: 'هيئة البريد' } as const
    await assert.rejects(() => endLeaf(leaf(1001), used, act()), ChequeLeafError as never)
    await stock.issue(book.id, { ...act(), holderName: 'أمين الخزينة' })
    await assert.rejects(
      () => stock.issue(book.id, { ...act(), holderName: 'آخر' }),
      ChequeRangeError as never
    )
    await endLeaf(leaf(1001), used, act())
    await assert.rejects(() => endLeaf(leaf(1001), used, act()), ChequeLeafError as never)
    await endLeaf(leaf(1001), { status: 'void', reason: 'خطأ في الاسم' }, act())
    await endLeaf(leaf(1002), { status: 'missing', reason: 'محضر 14/2026' }, act())
    await assert.rejects(() => endLeaf(leaf(1002), used, act()), ChequeLeafError as never)
    await assert.rejects(() => endLeaf(leaf(5000), used, act()), ChequeLeafError as never)
    const counts = await db
      .from('cheque_leaves')
      .where('book_id', book.id)
      .groupBy('status')
      .orderBy('status')
      .select('status', db.raw('COUNT(*) AS leaves'))
    assert.deepEqual(
      counts.map(({ status, leaves }) => [status, Number(leaves)]),
      [
        ['blank', 48],
        ['missing', 1],
        ['void', 1],
      ]
    )
    await assert.rejects(
      () =>
        db.from('cheque_leaves').where(leafKey(bankAccountId, 1002)).update({ status: 'blank' }),
      /used, void or missing/
    )
  })

  test('a book taken out of use voids every blank leaf and no used one; nothing more is done with it', async ({
    assert,
  }) => {
    const stock = new ChequeStock()
    const bankAccountId = await anAccount()
    const book = await stock.receive({ bankAccountId, firstNo: 1, lastNo: 25 }, act())
    await stock.issue(book.id, { ...act(), holderName: 'أمين الخزينة' })
    const used = { status: 'used', amount: pounds('10.00'), payeeName: 'هيئة البريد' } as const
    await endLeaf({ bankAccountId, number: 1 }, used, act())
    await stock.withdraw(book.id, { ...act(), reason: 'أغلق الحساب' })
    const leaves = await db.from('cheque_leaves').where('book_id', book.id).orderBy('number')
    assert.deepEqual(
      leaves.map(({ status }) => status),
      ['used', ...Array.from({ length: 24 }, () => 'void')]
    )
    await assert.rejects(
      () => stock.withdraw(book.id, { ...act(), reason: 'مرة أخرى' }),
      ChequeRangeError as never
    )
    await assert.rejects(
      () => endLeaf({ bankAccountId, number: 2 }, used, act()),
      ChequeLeafError as never
    )
  })

  test('cash on its way is in no safe; another person counts and receives it, to the piastre', async ({
    assert,
  }) => {
    const transfers = new CashTransfers()
    const send = (toUnitId = unitId) =>
      transfers.send(
        { unitId, toUnitId, amount: pounds('40000.00'), carrierName: 'المندوب', purpose: 'تغذية' },
        act()
      )
    const transfer = await send()
    assert.deepEqual(await standing(unitId), { 'INT-CASHWAY': '40000.00', 'INT-CASH': '-40000.00' })
    const counted = pounds('40000.00')
    await assert.rejects(
      () => transfers.receive(transfer.id, { ...act(), counted }),
      SelfApprovalError as never
    )
    await assert.rejects(
      () => transfers.receive(transfer.id, { ...act(receiver), counted: pounds('39950.00') }),
      CountDiffersError as never
    )
    await transfers.receive(transfer.id, { ...act(receiver), counted })
    assert.deepEqual(await standing(unitId), {})
    await assert.rejects(
      () => transfers.receive(transfer.id, { ...act(receiver), counted }),
      TransitionError as never
    )
    const other = await aUnit()
    const away = await send(other)
    await transfers.receive(away.id, { ...act(receiver), counted })
    assert.deepEqual(await standing(unitId), { 'INT-UNITS': '40000.00', 'INT-CASH': '-40000.00' })
    assert.deepEqual(await standing(other), { 'INT-CASH': '40000.00', 'INT-UNITS': '-40000.00' })
    const short = await send(other)
    const reason = 'عجز 50 جنيها بمحضر'
    await transfers.refuse(short.id, { ...act(receiver), reason, counted: pounds('39950.00') })
    assert.deepEqual(await standing(unitId), { 'INT-UNITS': '40000.00', 'INT-CASH': '-40000.00' })
    await assert.rejects(
      () => db.from('cash_transfers').where('id', away.id).update({ amount: '1.00' }),
      /keeps its amount/
    )
  })

  test('a cashier is secured by one surety at a time, renewed from the day it ends', async ({
    assert,
  }) => {
    const surety = (validFrom: string, validTo: string) =>
      recordSurety(
        {
          unitId,
          holderNo: '7',
          holderName: 'صراف المدينة',
          job: 'cashier',
          guarantorName: 'صندوق التأمين الحكومي',
          policyNo: `P-${validFrom}`,
          amount: pounds('50000.00'),
          validFrom,
          validTo,
        },
        { by: actor(officer) }
      )
    const who = { unitId, job: 'cashier', holderNo: '7' } as const
    await surety('2026-07-01', '2027-01-01')
    assert.isTrue(await isSecured(who, '2026-12-31'))
    assert.isFalse(await isSecured(who, '2027-01-01'))
    await assert.rejects(() => surety('2026-12-31', '2027-07-01'), SuretyDaysError as never)
    await assert.rejects(() => surety('2027-01-01', '2027-01-01'), SuretyDaysError as never)
    await surety('2027-01-01', '2027-07-01')
    assert.isTrue(await isSecured(who, '2027-01-01'))
  })
})

const leafKey = (bankAccountId: number, number: number) => ({
  bank_account_id: bankAccountId,
  number,
})
