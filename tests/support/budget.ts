import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { Money } from '#core/money'
import { moveBalance, type Deltas } from '#budget/balances/move_balance'
import { openLine } from '#budget/balances/open_line'
import type { Move } from '#budget/balances/figures'
import { aUnit } from '#tests/support/units'

let made = 0

export const pounds = (amount: string) => Money.of(amount)

const codeId = async (axis: string, code: string) =>
  Number((await db.from('budget_codes').where({ axis, code }).firstOrFail()).id)

export interface BudgetLineWorld {
  unitId: number
  lineId: number
  move(move: Move, deltas: Deltas, key?: string): Promise<number>
}

/** A line of stationery of a unit of its own, with so much appropriated and released. */
export async function aBudgetLine(
  credit: string,
  code = '2104',
  {
    unitId: given,
    fund = '00',
    fiscalYear = '2026/2027',
    budgetUnitId,
  }: { unitId?: number; fund?: string; fiscalYear?: string; budgetUnitId?: number } = {}
): Promise<BudgetLineWorld> {
  const unitId = given ?? (await aUnit())
  await db.rawQuery('INSERT IGNORE INTO budgets (unit_id, fiscal_year) VALUES (?, ?)', [
    budgetUnitId ?? unitId,
    fiscalYear,
  ])
  const budget = await db
    .from('budgets')
    .where({ unit_id: budgetUnitId ?? unitId, fiscal_year: fiscalYear })
    .firstOrFail()
  const key = {
    budgetId: Number(budget.id),
    unitId,
    fiscalYear,
    codeId: await codeId('use', code),
    fundId: await codeId('fund', fund),
    functionId: await codeId('function', '01'),
    programmeId: await codeId('programme', '00'),
  }
  const lineId = await db.transaction((trx) => openLine(key, trx))
  const move = (kind: Move, deltas: Deltas, businessKey = `test/${process.pid}/${++made}`) =>
    db.transaction((trx) =>
      moveBalance(
        {
          lineId,
          move: kind,
          deltas,
          on: today(),
          document: { type: 'test', id: made },
          businessKey,
        },
        { by: { id: null }, trx }
      )
    )
  if (credit !== '0.00') {
    await move('appropriation', { appropriated: pounds(credit) })
    await move('release', { released: pounds(credit) })
  }
  return { unitId, lineId, move }
}
