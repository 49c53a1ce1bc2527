/**
 * What of a line's credit came over from another year with its commitment, or went over into the next
 * (then below zero), as SQL over `budget_lines l`. It was released there: it is neither a part of
 * the year's plan nor of what the next year's twelfths and figures are held against.
 */
export const CARRIED = `COALESCE((SELECT SUM(m.appropriated) FROM budget_movements m
  WHERE m.line_id = l.id AND m.kind = 'carry'), 0)`

/** What a line (`l`, its balance `b`) has of its year's own credit. */
export const OWN_CREDIT = `GREATEST(b.appropriated - ${CARRIED}, 0)`
