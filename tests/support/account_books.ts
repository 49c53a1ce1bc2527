import db from '@adonisjs/lucid/services/db'
import { type FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import loadAccountBooks from '#database/reference/account_books'
import loadLedgerAccounts from '#database/reference/ledger_accounts'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import { postEntry } from '#accounts/actions/post_entry'
import PreparePeriodAccount from '#accounts/books/period_account'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import type PeriodAccount from '#accounts/models/period_account'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

let posted = 0

/** The people of a house's accounts, one of each signature. */
export interface AccountsOffice {
  unitId: number
  clerk: User
  controller: User
  manager: User
  head: User
  /** `post('2025-07-05', 'INT-BANK', 'INT-DEPOSITS', '1000.00')`: debit, credit. */
  post(day: string, debit: string, credit: string, amount: string, kind?: string): Promise<number>
  lock(...months: string[]): Promise<void>
  /** Form 75 of a month with its three signatures; the reason where days of it have no form 69. */
  signed75(month: string, daysReason?: string): Promise<PeriodAccount>
}

/** The chart, the books, and two memorandum accounts that face each other. */
export async function loadBooks(): Promise<void> {
  await db.transaction(async (trx) => {
    await loadLedgerAccounts(trx)
    await loadAccountBooks(trx)
    await trx.rawQuery(
      `INSERT IGNORE INTO ledger_accounts (code, name_ar, name_en, class) VALUES
         ('91130501', 'كفالات عن تأمينات نهائية', 'Final guarantee letters', 'memo'),
         ('92130501', 'مقابل كفالات عن تأمينات نهائية', 'Counterpart of final guarantee letters', 'memo')`
    )
  })
}

/** Of a unit of its own, or of one that is there already. */
export async function anAccountsOffice(given?: number): Promise<AccountsOffice> {
  const unitId = given ?? (await aUnit())
  const person = (role: string, fullName: string) => aPerson({ unitId, roles: [role], fullName })
  const clerk = await person('finance_officer', 'سعاد فهمي')
  const controller = await person('accounts_head', 'نبيل عزمي')
  const manager = await person('accounts_head', 'هالة شكري')
  const head = await person('secretary_general', 'محمود الجندي')
  const lock = async (...months: string[]) => {
    for (const month of months) {
      await db.rawQuery(
        `INSERT INTO accounting_periods (unit_id, month, state) VALUES (?, ?, 'locked')
         ON DUPLICATE KEY UPDATE state = 'locked'`,
        [unitId, `${month}-01`]
      )
    }
  }
  return {
    ...{ unitId, clerk, controller, manager, head, lock },
    async post(postedOn, debit, credit, amount, kind = 'test') {
      const facts = {
        ...{ unitId, postedOn, kind, description: 'قيد للتجربة' },
        businessKey: `books/${process.pid}/${unitId}/${++posted}`,
        lines: [
          { account: debit, debit: Money.of(amount) },
          { account: credit, credit: Money.of(amount) },
        ],
      }
      return (await db.transaction((trx) => postEntry(facts, { trx, by: SYSTEM }))).id
    },
    async signed75(month, daysReason) {
      const asked = { unitId, span: 'month', month: Month.of(month) } as const
      const { id } = await new PreparePeriodAccount().prepare(asked, { by: clerk })
      await new SubmitPeriodAccount().handle(id, { by: clerk, daysReason })
      await new SignPeriodAccount().sign(id, { by: controller })
      await new SignPeriodAccount().sign(id, { by: manager })
      return new SignPeriodAccount().sign(id, { by: head })
    },
  }
}

/** Every month of a year locked and its form 75 signed. */
export async function everyMonthSigned(office: AccountsOffice, year: FiscalYear): Promise<void> {
  for (const month of year.months) {
    await office.lock(String(month))
    await office.signed75(String(month))
  }
}
