import type { Month } from '#core/fiscal'

/** What an account of form 75 may cover. */
export type Span = 'month' | 'quarter' | 'year'

/** First and last day of the month, quarter or fiscal year in which a month lies. */
export function daysOf(span: Span, month: Month) {
  if (span === 'month') return { first: month.first, last: month.last }
  const year = month.fiscalYear
  if (span === 'year') return { first: year.first, last: year.last }
  const { first, last } = year.quarter(month.quarter as 1 | 2 | 3 | 4)
  return { first, last }
}
