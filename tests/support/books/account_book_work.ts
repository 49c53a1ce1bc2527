import { FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import User from '#identity/models/user'
import { SYSTEM } from '#audit/actor'
import { postEntry } from '#accounts/actions/post_entry'
import CloseYear from '#accounts/books/close_year'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import KeepFolio from '#accounts/books/keep_folio'
import PreparePeriodAccount from '#accounts/books/period_account'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import type { Scratch } from '#tests/support/books/scratch'

const YEAR = FiscalYear.of('2025/2026')
/** Books whose folios are closed: of accounts that carry balances, of the year, and of entries. */
const BOOKS = ['78-cash', '39-credit', '81-uses', '10', '224']

/** A house whose books were kept by the rules for a year: folios, 69s, 75s, a closing undone and made again. */
export async function fillAccountBooks(house: Scratch): Promise<void> {
  await house.ace(['migration:run', '--force'], { asOwner: true })
  await house.ace(['db:grants'], { asOwner: true })
  await house.ace(['reference:load'])
  await house.client.transaction(async (trx) => {
    const [[unit]] = await trx.rawQuery("SELECT id FROM units WHERE code = 'EG-FYM-SNR'")
    const unitId = Number(unit.id)
    const people = await Promise.all([1, 2, 3, 4, 5].map(person))
    const [clerk, controller, manager, head, cashier] = people as [User, User, User, User, User]
    let posted = 0
    const post = (day: string, debit: string, credit: string, amount: string, kind = 'test') =>
      postEntry(
        {
          ...{ unitId, postedOn: day, kind, description: 'قيد' },
          businessKey: `work/${++posted}`,
          lines: [
            { account: debit, debit: Money.of(amount) },
            { account: credit, credit: Money.of(amount) },
          ],
        },
        { trx, by: SYSTEM }
      )
    await post('2025-07-05', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await post('2025-07-20', 'INT-COMMISSION', 'INT-BANK', '312.25')
    await post('2025-08-10', 'INT-BANK', 'INT-DEPOSITS', '400.00')
    await post('2025-08-11', 'INT-COMMISSION', 'INT-PAYORDERS', '75.00', 'payment_voucher')
    await post('2025-08-12', 'INT-COMMISSION', 'INT-PAYORDERS', '25.00', 'payment_voucher')
    for (const day of ['2025-08-11', '2025-08-12']) {
      const asked = { unitId, day, explanation: 'قيد بلا استمارة' }
      const { id } = await new PrepareDaily().handle(asked, { by: clerk, trx })
      await new SignDaily().sign(id, { step: 'cashier', by: cashier, trx })
      await new SignDaily().sign(id, { step: 'accountant', by: clerk, trx })
      await new SignDaily().sign(id, { step: 'head', by: controller, trx })
    }
    for (const month of YEAR.months) {
      await trx.rawQuery(
        "INSERT INTO accounting_periods (unit_id, month, state, changed_at) VALUES (?, ?, 'locked', NOW(3))",
        [unitId, month.first]
      )
      await sign('month', month)
    }
    await sign('quarter', Month.of('2025-08'))
    for (const code of BOOKS) {
      const { id: bookId } = await trx.from('account_books').where({ code }).firstOrFail()
      for (const month of ['2025-07', '2025-08'].map((text) => Month.of(text))) {
        const folio = await new KeepFolio().open({ bookId, unitId, month }, { trx })
        await new KeepFolio().close(folio.id, { by: clerk, trx })
        if (code === '78-cash') await new KeepFolio().audit(folio.id, { by: controller, trx })
      }
    }
    const year = new CloseYear()
    const { id } = await year.close({ unitId, year: YEAR }, { by: manager, trx })
    await year.undo(id, { by: manager, reason: 'تسوية', trx })
    await year.close({ unitId, year: YEAR }, { by: manager, trx })
    await year.approve(id, { by: head, decisionNo: '118', trx })
    await post('2026-07-05', 'INT-BANK', 'INT-REV-FEES', '60.00')

    async function sign(span: 'month' | 'quarter', month: Month) {
      const asked = { unitId, span, month }
      const account = await new PreparePeriodAccount().prepare(asked, { by: clerk, trx })
      await new SubmitPeriodAccount().handle(account.id, { by: clerk, trx })
      for (const by of [controller, manager, head]) {
        await new SignPeriodAccount().sign(account.id, { by, trx })
      }
    }

    async function person(number: number): Promise<User> {
      return User.create(
        {
          email: `a${number}@books.example`,
          fullName: `موظف ${number}`,
          homeUnitId: unitId,
          password: '-',
          mustChangePassword: false,
          status: 'active',
          locale: 'ar',
          theme: 'auto',
          searchText: `a${number}`,
        },
        { client: trx as Trx }
      )
    }
  })
}
