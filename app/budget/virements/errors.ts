import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { NamedLine } from '#budget/errors'

/** What is taken is not what is given. */
export class UnequalVirementError extends DomainError {
  static override code = 'E_UNEQUAL_VIREMENT'

  constructor(taken: Money, given: Money) {
    super(
      sentence(
        `المأخوذ ${taken.format('ar')} جنيه والمعطى ${given.format('ar')}، ويجب أن يتساويا.`,
        `${taken.format('en')} pounds are taken and ${given.format('en')} given; they must be equal.`
      ),
      { facts: { taken: String(taken), given: String(given) } }
    )
  }
}

/** The lines cannot stand in one virement. */
export class VirementLinesError extends DomainError {
  static override code = 'E_VIREMENT_LINES'
}

/** The yearly notes lock the credit of a line: nothing is taken from it. */
export class LockedCreditError extends DomainError {
  static override code = 'E_LOCKED_CREDIT'

  constructor(line: NamedLine) {
    super(
      sentence(
        `اعتماد «${line.code} ${line.nameAr}» لدى ${line.unitAr} لا يجوز النقل منه وفق التأشيرات العامة.`,
        `Credit of "${line.code} ${line.nameEn}" of ${line.unitEn} may not be moved, by the yearly notes on the budget.`
      ),
      {
        facts: { line: line.code },
        cure: sentence('اختر بندًا آخر للنقل منه.', 'Take from another line.'),
      }
    )
  }
}

/** The dated rules ask for more than the virement has: a law, a ministry's approval, a number. */
export class VirementNeedsError extends DomainError {
  static override code = 'E_VIREMENT_NEEDS'
}
