import type { Day } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import BudgetCode from '#budget/models/budget_code'
import { tell, type CodeAct } from '#budget/classifications/code_step'
import { closesBeforeItBegan, inUse, notOpen } from '#budget/classifications/errors'

/**
 * Ends a code by a decision: from this day on no proposal and no line is made on it, nor on what is
 * below it. What stands on it keeps it. @throws ClassificationError
 */
export default class CloseCode {
  async handle(
    id: number,
    { on, reference }: { on: Day; reference: string },
    { by, trx: outer }: CodeAct
  ): Promise<BudgetCode> {
    return within(outer, async (trx) => {
      const code = await BudgetCode.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
      if (code.validTo !== null) throw notOpen(code.code)
      const family = await openFamily(code, trx)
      const late = family.find(({ validFrom }) => validFrom >= on)
      if (late) throw closesBeforeItBegan(late.code, late.validFrom)
      await assertUnused(code, family, { on, trx })
      const closing = { closedBy: by.id, closingReference: reference }
      for (const one of family) await one.merge({ validTo: on, ...closing }).save()
      await code.refresh()
      await tell('closed', code, { by, trx, reason: reference, before: { open: family.length } })
      return code
    })
  }
}

/** The code and what is open below it. */
async function openFamily({ id }: BudgetCode, trx: Trx): Promise<BudgetCode[]> {
  return BudgetCode.query({ client: trx })
    .whereNull('valid_to')
    .where((any) =>
      any
        .where('id', id)
        .orWhere('parent_id', id)
        .orWhere('chapter_id', id)
        .orWhere('group_id', id)
        .orWhere('item_id', id)
    )
    .orderBy('id')
    .forUpdate()
}

/** No line of a year that begins on the day or later stands on any of them. */
async function assertUnused(
  { code }: BudgetCode,
  family: readonly BudgetCode[],
  { on, trx }: { on: Day; trx: Trx }
): Promise<void> {
  const ids = family.map((one) => one.id)
  const marks = ids.map(() => '?').join(', ')
  const year = FiscalYear.containing(on)
  const first = year.first < on ? year.next().label : year.label
  const [[line]] = await trx.rawQuery(
    `SELECT l.fiscal_year AS year, u.name_ar AS unit FROM budget_lines l JOIN units u ON u.id = l.unit_id
     WHERE l.fiscal_year >= ? AND (l.code_id IN (${marks}) OR l.fund_id IN (${marks})
       OR l.function_id IN (${marks}) OR l.programme_id IN (${marks})) LIMIT 1`,
    [first, ...ids, ...ids, ...ids, ...ids]
  )
  if (line) throw inUse(code, line)
}
