import type { Writable } from 'node:stream'
import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import type { SheetColumn } from '#core/sheets/columns'
import WorkbookWriter from '#core/sheets/workbook_writer'
import type BudgetProposal from '#budget/models/budget_proposal'
import budgetEstimates from '#budget/imports/budget_estimates'

/** Codes are short; what units write beside them is not. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{ fiscal_year: 13, unit: 16, item: 12, fund: 11, function: 11, programme: 11 },
  ...{ amount: 18, justification: 44 },
}

/** The words of the code, for who fills it in; what comes back does not read them. */
const ITEM_NAME: Readonly<Record<Locale, SheetColumn>> = {
  ar: { key: 'item_name', heading: 'بيان البند', width: 36 },
  en: { key: 'item_name', heading: 'Item name', width: 36 },
}

/**
 * A proposal as a workbook that units fill in and bring back as `budget-estimates`: its headings are the
 * fields of that kind, its units and axes are codes, so what comes back falls on the same lines.
 */
export async function writeProposalSheet(
  proposal: BudgetProposal,
  { target, locale }: { target: string | Writable; locale: Locale }
): Promise<void> {
  const columns = budgetEstimates.fields
    .filter(({ name }) => name !== 'agency')
    .flatMap(({ name, labels }): SheetColumn[] => {
      const type = name === 'amount' ? 'money' : 'text'
      const column = { key: name, heading: labels[locale], type, width: WIDTHS[name] } as const
      return name === 'item' ? [column, ITEM_NAME[locale]] : [column]
    })
  const book = new WorkbookWriter(target, { title: proposal.label, locale })
  await book.sheet({ name: proposal.fiscalYear, columns, rows: await rowsOf(proposal, locale) })
  await book.close()
}

async function rowsOf({ id, fiscalYear }: BudgetProposal, locale: Locale): Promise<object[]> {
  const [rows] = await db.rawQuery(
    `SELECT ? AS fiscal_year, u.code AS unit, c.code AS item, f.code AS fund, n.code AS \`function\`,
       p.code AS programme, l.amount, l.justification, ${locale === 'ar' ? 'c.name_ar' : 'c.name_en'} AS item_name
     FROM budget_proposal_lines l JOIN budget_proposals o ON o.id = l.proposal_id JOIN units u ON u.id = o.unit_id
     JOIN budget_codes c ON c.id = l.code_id JOIN budget_codes f ON f.id = l.fund_id
     JOIN budget_codes n ON n.id = l.function_id JOIN budget_codes p ON p.id = l.programme_id
     WHERE l.proposal_id = ? ORDER BY c.axis = 'resource', c.code, f.code, l.id`,
    [fiscalYear, id]
  )
  return rows
}
