import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import { moveBalance } from '#budget/balances/move_balance'
import { openLine } from '#budget/balances/open_line'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import type { Browser } from './browser.js'
import { person } from './register_office.js'

/** A unit that spends while the house is struck: its line, its bank account, and who does what. */
export interface SpendingOffice {
  unitId: number
  lineId: number
  bankAccountId: number
  officer: Browser
  clerk: Browser
  head: Browser
  chief: Browser
}

/** The first office has less than it will ask for, so that its last needs are refused; the others go on. */
const TIGHT = Money.of('20000.00')
const AMPLE = Money.of('100000000.00')

/** Opens in each unit a line of stationery with its credit, a bank account, and the people of the cycle. */
export async function openSpending(unitIds: number[], base: string): Promise<SpendingOffice[]> {
  const offices: SpendingOffice[] = []
  for (const [at, unitId] of unitIds.entries()) {
    const who = async (role: string, name?: string) =>
      (await person(unitId, role, base, name)).browser
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
      officer: await who('finance_officer'),
      clerk: await who('finance_officer', 'accounts_desk'),
      head: await who('accounts_head'),
      chief: await who('secretary_general'),
    })
  }
  return offices
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
