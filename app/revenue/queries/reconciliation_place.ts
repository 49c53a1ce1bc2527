import type { FiguresQuestion } from '#revenue/queries/reconciliation_figures'

/** Where and when a question looks, as SQL: the same narrowing for every figure. */
export interface Place {
  question: FiguresQuestion
  bindings: Record<string, never>
  /** Condition over `ALIAS.unit_id` and `ALIAS.month` (another column for facts). */
  within(alias: string, month?: string): string
  /** Only the units. */
  units(alias: string): string
}

export function placeOf(question: FiguresQuestion): Place {
  const { visible } = question
  const bindings = {
    unit: question.unitId,
    from: question.from.first,
    to: question.to.first,
    until: question.to.last,
  } as unknown as Record<string, never>
  // Ids are numbers of the grants, never text of a request.
  const seen =
    visible === 'all'
      ? ''
      : ` AND c.descendant_id IN (${visible.length ? visible.map(Number).join(',') : 0})`
  const units = (alias: string) =>
    `${alias}.unit_id IN (SELECT c.descendant_id FROM unit_closure c WHERE c.ancestor_id = :unit${seen})`
  return {
    question,
    bindings,
    units,
    within: (alias, month = 'month') =>
      month === 'month'
        ? `${units(alias)} AND ${alias}.month BETWEEN :from AND :to`
        : `${units(alias)} AND ${alias}.${month} BETWEEN :from AND :until`,
  }
}
