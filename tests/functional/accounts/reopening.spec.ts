import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear, Month } from '#core/fiscal'
import { TransitionError } from '#core/transitions'
import CloseYear from '#accounts/books/close_year'
import { PeriodAccountError } from '#accounts/books/errors'
import KeepFolio from '#accounts/books/keep_folio'
import PreparePeriodAccount from '#accounts/books/period_account'
import { differencesOf } from '#accounts/books/period_account_differences'
import { MonthRestedOnError } from '#accounts/books/reopening'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import WithdrawPeriodAccount from '#accounts/books/withdraw_period_account'
import DecidePeriod from '#accounts/ledger/periods/decide_period'
import ProposePeriod from '#accounts/ledger/periods/propose_period'
import { JournalError } from '#accounts/errors'
import WriteJournal from '#accounts/ledger/journals/write_journal'
import AccountBook from '#accounts/models/account_book'
import PeriodAccount from '#accounts/models/period_account'
import {
  anAccountsOffice,
  everyMonthSigned,
  loadBooks,
  type AccountsOffice,
} from '#tests/support/account_books'

const YEAR = FiscalYear.of('2025/2026')

test.group('A month that something signed rests on', (group) => {
  let office: AccountsOffice
  group.tap((one) => one.timeout(60_000))
  group.setup(loadBooks)
  group.each.setup(async () => {
    office = await anAccountsOffice()
    await office.post('2025-07-05', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await office.post('2025-07-20', 'INT-COMMISSION', 'INT-BANK', '12.25')
  })

  const reopen = async (month: string) => {
    const decision = { decisionNo: '41', decisionOn: '2025-09-01', reason: 'قيد فات الشهر' }
    const asked = {
      unitId: office.unitId,
      month: Month.of(month),
      to: 'open',
      ...decision,
    } as const
    const by = office.clerk.asActor() as { id: number; name: string }
    const { id } = await new ProposePeriod().handle(asked, { by })
    return new DecidePeriod().approve(id, { by: office.manager })
  }
  const byHand = (month: string) => () =>
    db.rawQuery("UPDATE accounting_periods SET state = 'open' WHERE unit_id = ? AND month = ?", [
      office.unitId,
      `${month}-01`,
    ])
  const withdraw = (id: number) =>
    new WithdrawPeriodAccount().handle(id, { by: office.head, reason: 'سقط مستند من يوليو' })

  test('it is not opened while its account of form 75 is signed, by decision or by hand; withdrawn with a reason, it is', async ({
    assert,
  }) => {
    await office.lock('2025-07')
    const { id } = await office.signed75('2025-07')
    const refusal = (await reopen('2025-07').catch((error) => error)) as MonthRestedOnError
    assert.instanceOf(refusal, MonthRestedOnError)
    assert.match(refusal.messages.ar, /حساب 75\/2025-2026\/1 يشمل شهر يوليو 2025 وعليه توقيع/)
    await assert.rejects(byHand('2025-07'), /withdraw the account first/)
    await assert.rejects(
      () => db.rawQuery('DELETE FROM accounting_periods WHERE unit_id = ?', [office.unitId]),
      /opened by a decision, not deleted/
    )
    const draft = await withdraw(id)
    assert.deepEqual(
      [draft.status, draft.headBy, draft.documentHash, draft.withdrawReason, draft.withdrawnBy],
      ['draft', null, null, 'سقط مستند من يوليو', office.head.id]
    )
    const told = await db
      .from('trail')
      .where({ action: 'period_account.withdrawn', subject_id: id })
      .firstOrFail()
    assert.equal(told.reason, 'سقط مستند من يوليو')
    await reopen('2025-07')
    await office.post('2025-07-31', 'INT-COMMISSION', 'INT-BANK', '0.75')
    await office.lock('2025-07')
    const anew = await office.signed75('2025-07')
    assert.deepEqual([anew.id, anew.status, String(anew.debit)], [id, 'signed', '1013.00'])
    const [{ after_value: after }] = await db
      .from('trail')
      .where({ action: 'period_account.created', subject_id: id })
      .orderBy('id', 'desc')
    assert.deepEqual(JSON.parse(after).changed, [
      { code: 'INT-BANK', before: '987.75', after: '987.00' },
      { code: 'INT-COMMISSION', before: '12.25', after: '13.00' },
    ])
  })

  test('an account without a signature is not withdrawn, and one under a later account stays', async ({
    assert,
  }) => {
    await office.lock('2025-07', '2025-08', '2025-09')
    const july = await office.signed75('2025-07')
    const asked = { unitId: office.unitId, span: 'quarter', month: Month.of('2025-08') } as const
    const quarter = await new PreparePeriodAccount().prepare(asked, { by: office.clerk })
    await assert.rejects(() => withdraw(quarter.id), /ليس على حساب .* توقيع/)
    await new SubmitPeriodAccount().handle(quarter.id, { by: office.clerk })
    await assert.rejects(() => withdraw(july.id), /مقدم على ما رحله/)
    await assert.rejects(
      () =>
        db.rawQuery(
          "UPDATE period_accounts SET status = 'draft', head_by = NULL, manager_by = NULL, controller_by = NULL, submitted_by = NULL, document_hash = NULL WHERE id = ?",
          [july.id]
        ),
      /stays as it is/
    )
  })

  test('figures that the ledger left behind are shown with the entries that explain it, and nobody signs them', async ({
    assert,
    client,
  }) => {
    await office.lock('2025-07')
    const asked = { unitId: office.unitId, span: 'month', month: Month.of('2025-07') } as const
    const { id } = await new PreparePeriodAccount().prepare(asked, { by: office.clerk })
    await new SubmitPeriodAccount().handle(id, { by: office.clerk })
    await reopen('2025-07')
    await office.post('2025-07-31', 'INT-COMMISSION', 'INT-BANK', '0.75')
    await office.lock('2025-07')
    const account = await PeriodAccount.findOrFail(id)
    const found = await differencesOf(account, { trx: db as never })
    assert.deepEqual(
      found.map(({ code, frozen, now, difference, entries }) => [
        code,
        ...[frozen, now, difference].map(String),
        entries.map(({ entryNo, debit, credit }) => `${entryNo}: ${debit}/${credit}`).join(),
      ]),
      [
        ['INT-BANK', '987.75', '987.00', '-0.75', '3: 0.00/0.75'],
        ['INT-COMMISSION', '12.25', '13.00', '0.75', '3: 0.75/0.00'],
      ]
    )
    const sign = () => new SignPeriodAccount().sign(id, { by: office.controller })
    await assert.rejects(sign, PeriodAccountError as never)
    const page = await client.get(`/accounts/period-accounts/${id}`).loginAs(office.controller)
    page.assertTextIncludes('ما اختلف عن القيود وما يفسره')
    page.assertTextIncludes('-0.75')
    await new SignPeriodAccount().sendBack(id, { by: office.controller, reason: 'أعد إعداده' })
    assert.equal((await office.signed75('2025-07')).status, 'signed')
  })

  test('it is not opened while a folio of it is closed', async ({ assert }) => {
    await office.lock('2025-07')
    const { id: bookId } = await AccountBook.findByOrFail('code', '78-cash')
    const place = { bookId, unitId: office.unitId, month: Month.of('2025-07') }
    const { id } = await new KeepFolio().open(place)
    await new KeepFolio().close(id, { by: office.clerk })
    await assert.rejects(() => reopen('2025-07'), /فولية يوليو 2025 من دفتر النقدية والبنك/)
    await new KeepFolio().reopen(id, { by: office.controller, reason: 'قيد فات' })
    assert.equal((await reopen('2025-07')).status, 'approved')
  })

  test('of a closed year no month is opened and no account withdrawn; its closing entry goes only by undoing it', async ({
    assert,
  }) => {
    await everyMonthSigned(office, YEAR)
    const june = await PeriodAccount.query()
      .where('unit_id', office.unitId)
      .where('first_day', '2026-06-01')
      .firstOrFail()
    const closing = await new CloseYear().close(
      { unitId: office.unitId, year: YEAR },
      { by: office.manager }
    )
    await assert.rejects(() => withdraw(june.id), /مقفلة، وحساباتها لا تُسحب/)
    await assert.rejects(() => reopen('2026-06'), /في انتظار اعتماد حسابها الختامي/)
    await assert.rejects(byHand('2026-06'), /closed year stays locked/)
    const by = office.clerk.asActor() as { id: number; name: string }
    await assert.rejects(
      () =>
        new WriteJournal().reverse(
          closing.entryId!,
          { postedOn: '2026-07-01', reason: 'خطأ' },
          { by }
        ),
      JournalError as never
    )
    await new CloseYear().approve(closing.id, { by: office.head, decisionNo: '118' })
    await assert.rejects(() => reopen('2026-06'), /اعتمد حسابها الختامي بقرار 118/)
    await assert.rejects(() => withdraw(june.id), /مقفلة/)
    await assert.rejects(
      () => new CloseYear().undo(closing.id, { by: office.manager, reason: 'قيد' }),
      TransitionError as never
    )
    await assert.rejects(
      () =>
        db.rawQuery(
          `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description, total, line_count)
           VALUES (?, '2026-06-30', '2025/2026', 999, 'year_closing', 'by-hand', 'x', 1, 2)`,
          [office.unitId]
        ),
      /period is locked/
    )
  })
})
