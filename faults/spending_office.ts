import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import { moveBalance } from '#budget/balances/move_balance'
import { openLine } from '#budget/balances/open_line'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import RecordBeneficiary from '#accounts/beneficiaries/record_beneficiary'
import type { Browser } from './browser.js'
import { person } from './register_office.js'

/** A unit that spends while the house is struck: its line, its bank account, and who does what. */
export interface SpendingOffice {
  unitId: number
  lineId: number
  bankAccountId: number
  /** Number of the beneficiary who is paid. */
  payee: string
  officer: Browser
  clerk: Browser
  head: Browser
  chief: Browser
}

const IBAN = 'EG380019000500000000263180002'

/** The first office has less than it will ask for, so that its last needs are refused; the others go on. */
const TIGHT = Money.of('3000.00')
const AMPLE = Money.of('100000000.00')

/** Opens in each unit a line of stationery with its credit, a bank account, and the people of the cycle. */
export async function openSpending(unitIds: number[], base: string): Promise<SpendingOffice[]> {
  const offices: SpendingOffice[] = []
  for (const [at, unitId] of unitIds.entries()) {
    const officer = await person(unitId, 'finance_officer', base)
    const clerk = await person(unitId, 'finance_officer', base, 'accounts_desk')
    const head = await person(unitId, 'accounts_head', base)
    const chief = await person(unitId, 'secretary_general', base)
    offices.push({
      unitId,
      lineId: await aLine(unitId, at === 0 ? TIGHT : AMPLE),
      bankAccountId: await openBankAccount(
        {
          unitId,
          accountNo: `FAULT${unitId}`,
          nameAr: 'حساب المصروفات',
          bankName: 'البنك المركزي',
          purpose: 'expenditure',
        },
        { by: SYSTEM }
      ),
      payee: await aPayee(unitId, officer.user, head.user),
      ...{ officer: officer.browser, clerk: clerk.browser },
      ...{ head: head.browser, chief: chief.browser },
    })
  }
  return offices
}

/** Recorded by the officer, his account approved by the head. */
async function aPayee(unitId: number, officer: User, head: User): Promise<string> {
  const by = officer.asActor() as { id: number; name: string }
  const made = await new RecordBeneficiary().handle(
    { unitId, kind: 'supplier', name: `مورد التجربة ${unitId}` },
    { by }
  )
  const account = await new ProposeAccount().handle(
    { beneficiaryId: made.id, iban: IBAN, bankName: 'بنك التعمير', reason: 'خطاب البنك' },
    { by }
  )
  await new DecideAccount().approve(account.id, { by: await head.loadAccess() })
  return made.beneficiaryNo
}

async function aLine(unitId: number, credit: Money): Promise<number> {
  const on = today()
  const fiscalYear = FiscalYear.containing(on).label
  const codeId = async (axis: string, code: string) =>
    Number((await db.from('budget_codes').where({ axis, code }).firstOrFail()).id)
  const [made] = await db.rawQuery(
    "INSERT INTO budgets (unit_id, fiscal_year, status) VALUES (?, ?, 'provisional')",
    [unitId, fiscalYear]
  )
  const key = {
    ...{ budgetId: Number(made.insertId), unitId, fiscalYear },
    codeId: await codeId('use', '2104'),
    fundId: await codeId('fund', '00'),
    functionId: await codeId('function', '01'),
    programmeId: await codeId('programme', '00'),
  }
  return db.transaction(async (trx) => {
    const lineId = await openLine(key, trx)
    await moveBalance(
      {
        ...{ lineId, move: 'appropriation', on },
        deltas: { appropriated: credit, released: credit },
        document: { type: 'faults', id: unitId },
        businessKey: `faults/${unitId}`,
      },
      { by: { id: null }, trx }
    )
    return lineId
  })
}
