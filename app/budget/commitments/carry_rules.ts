import type { Day } from '#core/days'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'

/** Which open commitments go over into the next year; the first rule that fits a line answers. */
export interface CarryRule {
  /** Codes of babs; null: whichever. */
  chapters: string[] | null
  /** Codes of funds it holds for; left out: whichever. */
  funds?: string[] | null
  notFunds?: string[]
  /** The credit goes over with the commitment, or the next year's own credit bears it. */
  credit: 'comes_along' | 'of_next_year'
}

/** Where a line stands, for the rules of carrying over. */
export interface CarriedPlace {
  chapter: string
  fund: string
}

/** The rules as they hold for a unit on the last day of the year that ends. */
export function carryRules(on: Day, unitId: number, trx?: Trx): Promise<CarryRule[]> {
  return settingAt<CarryRule[]>('budget.carry_over.rules', { on, unitId, trx })
}

/** The rule that lets a commitment of this place go over, or null: it lapses with its year. */
export function ruleFor(
  rules: readonly CarryRule[],
  { chapter, fund }: CarriedPlace
): CarryRule | null {
  return (
    rules.find(
      ({ chapters, funds, notFunds }) =>
        (!chapters || chapters.includes(chapter)) &&
        (!funds || funds.includes(fund)) &&
        !notFunds?.includes(fund)
    ) ?? null
  )
}
