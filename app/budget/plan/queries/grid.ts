import db from '@adonisjs/lucid/services/db'

/** A figure of a proposal as the grid shows it; money as decimal text. */
export interface GridRow {
  id: number
  codeId: number
  fundId: number
  functionId: number
  programmeId: number
  code: string
  nameAr: string
  nameEn: string
  chapter: string
  fundAr: string
  fundEn: string
  previous: string
  amount: string
  discussed: string | null
  discussedReason: string | null
  justification: string | null
  /** Asked in the issue before this one; null: there is none, or it had no such line. */
  before: string | null
}

/** The lines of a proposal in the order of the classification. */
export async function gridOf(proposalId: number): Promise<GridRow[]> {
  const [rows] = await db.rawQuery(
    `SELECT l.id, l.code_id AS codeId, l.fund_id AS fundId, l.function_id AS functionId, l.programme_id AS programmeId,
       c.code, c.name_ar AS nameAr, c.name_en AS nameEn, COALESCE(h.code, c.code) AS chapter, f.name_ar AS fundAr,
       f.name_en AS fundEn, l.previous, l.amount, l.discussed, l.discussed_reason AS discussedReason, l.justification, w.amount AS \`before\`
     FROM budget_proposal_lines l JOIN budget_codes c ON c.id = l.code_id
     LEFT JOIN budget_codes h ON h.id = c.chapter_id JOIN budget_codes f ON f.id = l.fund_id
     JOIN budget_proposals p ON p.id = l.proposal_id
     LEFT JOIN (budget_proposals o JOIN budget_proposal_lines w ON w.proposal_id = o.id)
       ON o.budget_id = p.budget_id AND o.unit_id = p.unit_id AND o.issue = p.issue - 1 AND w.code_id = l.code_id
         AND w.fund_id = l.fund_id AND w.function_id = l.function_id AND w.programme_id = l.programme_id
     WHERE l.proposal_id = ? ORDER BY c.axis = 'resource', c.code, f.code, l.id`,
    [proposalId]
  )
  return rows
}

export interface Choices {
  items: { value: number; label: string }[]
  funds: { value: number; label: string }[]
  functions: { value: number; label: string }[]
  programmes: { value: number; label: string }[]
}

/** Lowest-level codes that hold on a day, for the choices of a new line. */
export async function codeChoices(on: string, locale: string): Promise<Choices> {
  const [rows] = await db.rawQuery(
    `SELECT id, axis, code, name_ar AS ar, name_en AS en FROM budget_codes
     WHERE is_postable = 1 AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
     ORDER BY axis = 'resource', code`,
    [on, on]
  )
  type Row = { id: number; axis: string; code: string; ar: string; en: string }
  const of = (...axes: string[]) =>
    (rows as Row[])
      .filter(({ axis }) => axes.includes(axis))
      .map(({ id, code, ar, en }) => ({
        value: Number(id),
        label: `${code} — ${locale === 'en' ? en : ar}`,
      }))
  return {
    items: of('use', 'resource'),
    funds: of('fund'),
    functions: of('function'),
    programmes: of('programme'),
  }
}
