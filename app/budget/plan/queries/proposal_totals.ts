import db from '@adonisjs/lucid/services/db'
import type BudgetProposal from '#budget/models/budget_proposal'

/** A bab of a proposal beside its ceiling and the year before; money as decimal text. */
export interface ProposedChapter {
  side: 'use' | 'resource'
  code: string
  nameAr: string
  nameEn: string
  previous: string
  asked: string
  estimate: string
  ceiling: string | null
  isAbove: boolean
}

/** What a proposal asks by bab, and whether it keeps to its ceilings. */
export async function chaptersOf({ id }: BudgetProposal): Promise<ProposedChapter[]> {
  const [rows] = await db.rawQuery(
    `SELECT k.axis AS side, k.code, k.name_ar AS nameAr, k.name_en AS nameEn, SUM(l.previous) AS previous,
       SUM(l.amount) AS asked, SUM(COALESCE(l.discussed, l.amount)) AS estimate, MAX(t.amount) AS ceiling,
       COALESCE(SUM(l.amount) > MAX(t.amount), 0) AS isAbove
     FROM budget_proposal_lines l JOIN budget_proposals p ON p.id = l.proposal_id
     JOIN budget_codes c ON c.id = l.code_id JOIN budget_codes k ON k.id = COALESCE(c.chapter_id, c.id)
     LEFT JOIN budget_ceilings t ON t.budget_id = p.budget_id AND t.unit_id = p.unit_id AND t.chapter_id = k.id
     WHERE l.proposal_id = ? GROUP BY k.id, k.axis, k.code, k.name_ar, k.name_en
     ORDER BY k.axis = 'resource', k.code`,
    [id]
  )
  return rows.map((row: ProposedChapter) => ({ ...row, isAbove: Boolean(row.isAbove) }))
}

export interface Issue {
  id: number
  issue: number
  status: string
  total: string
  reason: string | null
  submitted: string | null
  decided: string | null
}

/** Every issue of a unit's proposal for the year, the first one first; totals of uses. */
export async function issuesOf({ budgetId, unitId }: BudgetProposal): Promise<Issue[]> {
  const [rows] = await db.rawQuery(
    `SELECT p.id, p.issue, p.status, p.return_reason AS reason, s.full_name AS submitted, d.full_name AS decided,
       COALESCE((SELECT SUM(l.amount) FROM budget_proposal_lines l JOIN budget_codes c ON c.id = l.code_id
         WHERE l.proposal_id = p.id AND c.axis = 'use'), 0) AS total
     FROM budget_proposals p LEFT JOIN users s ON s.id = p.submitted_by LEFT JOIN users d ON d.id = p.decided_by
     WHERE p.budget_id = ? AND p.unit_id = ? ORDER BY p.issue`,
    [budgetId, unitId]
  )
  return rows
}
