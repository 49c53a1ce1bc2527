import { addDays, type Day } from '#core/days'
import { datedSetting, type DatedSetting } from '#core/settings'
import type { Trx } from '#core/within'
import type { CaseState } from '#registry/encroachments/life'

/**
 * How many days each waiting state may last, and the days of the removal order: `leave` to remove it
 * himself, `order_grievance` to challenge the order, `grievance` to challenge a refused legalisation.
 */
export type Deadlines = Partial<Record<CaseState, number>> & {
  leave: number
  order_grievance: number
  grievance: number
}

interface Asked {
  on: Day
  unitId: number
  trx?: Trx
}

/** The dated setting `registry.encroachments.deadlines` with the text it rests on. */
export function deadlines(asked: Asked): Promise<DatedSetting<Deadlines>> {
  return datedSetting<Deadlines>('registry.encroachments.deadlines', asked)
}

/** The last day of a state entered on a day, or null where none is set. */
export async function deadlineOf(state: CaseState, asked: Asked): Promise<Day | null> {
  const days = (await deadlines(asked)).value[state]
  return days === undefined ? null : addDays(asked.on, days)
}
