import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { carryRules, ruleFor } from '#budget/commitments/carry_rules'
import Commitment from '#budget/models/commitment'
import { obstacleOf, type Finding } from '#accounts/books/obstacles/obstacle'

/** Commitments of the year that are still open: each goes over to the next year by its rule, or is cancelled. */
export const openCommitments: Finding = async ({ unitId, year }, trx) => {
  const [rows] = await trx.rawQuery(
    `SELECT m.id, m.number, m.status, m.purpose, m.amount - m.paid AS open, COALESCE(b.code, c.code) AS chapter, f.code AS fund
     FROM commitments m JOIN budget_lines l ON l.id = m.line_id JOIN budget_codes c ON c.id = l.code_id
     LEFT JOIN budget_codes b ON b.id = c.chapter_id JOIN budget_codes f ON f.id = l.fund_id
     WHERE m.unit_id = ? AND m.fiscal_year = ? AND m.status IN ('draft', 'reserved', 'committed') ORDER BY m.number`,
    [unitId, year.label]
  )
  if (!rows.length) return null
  const rules = await carryRules(year.last, unitId, trx)
  const lines = rows.map((row: Record<string, string>) => {
    const mayGoOver =
      row.status === 'committed' && ruleFor(rules, { chapter: row.chapter!, fund: row.fund! })
    const state = Commitment.stateNames[row.status as keyof typeof Commitment.stateNames]
    return {
      number: `${row.number}/${year.label}`,
      about: mayGoOver
        ? sentence(
            `${row.purpose}: ${state.ar}، يُرحل أو يُلغى`,
            `${row.purpose}: ${state.en}, to be carried over or cancelled`
          )
        : sentence(
            `${row.purpose}: ${state.ar}، يُلغى`,
            `${row.purpose}: ${state.en}, to be cancelled`
          ),
      amount: Money.of(row.open!),
      url: `/budget/commitments/${row.id}`,
    }
  })
  return obstacleOf('commitments', lines, (count, total) =>
    sentence(
      `ارتباطات قائمة عددها ${count} وباقيها ${total('ar')} جنيه`,
      `${count} open commitments with ${total('en')} pounds left`
    )
  )
}
