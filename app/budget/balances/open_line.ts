import type { Trx } from '#core/within'

/** What a line is of: everything but the money. Axes left out are the ones that mean "none". */
export interface LineKey {
  budgetId: number
  unitId: number
  fiscalYear: string
  /** Ids of `budget_codes`. */
  codeId: number
  fundId: number
  functionId: number
  programmeId: number
}

/**
 * The line of this key, made with its row of zeros when it is new: a missing row could not be locked
 * (law 4). Two at once make one.
 */
export async function openLine(key: LineKey, trx: Trx): Promise<number> {
  const { budgetId, unitId, fiscalYear, codeId, fundId, functionId, programmeId } = key
  const [made] = await trx.rawQuery(
    `INSERT INTO budget_lines (budget_id, unit_id, fiscal_year, side, code_id, fund_id, function_id, programme_id)
     SELECT ?, ?, ?, c.axis, c.id, ?, ?, ? FROM budget_codes c
     WHERE c.id = ? AND c.axis IN ('use', 'resource') AND c.is_postable = 1
     ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(budget_lines.id)`,
    [budgetId, unitId, fiscalYear, fundId, functionId, programmeId, codeId]
  )
  const id = Number(made.insertId)
  await trx.rawQuery('INSERT IGNORE INTO budget_balances (line_id) VALUES (?)', [id])
  return id
}
