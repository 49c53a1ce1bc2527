import { DomainError, sentence, type Sentence } from '#core/domain_error'
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

  constructor({ authority, name }: { authority: string; name: Sentence }, facts: object) {
    super(
      authority === 'nobody'
        ? sentence('لا يجيز النظام هذا النقل.', 'No rule allows this virement.')
        : sentence(
            `هذا النقل يلزمه رقم وتاريخ ما صدر به من ${name.ar}.`,
            `This virement needs number and date of what ${name.en} decided.`
          ),
      { facts: { ...facts, authority } }
    )
  }
}

/** A transfer between funds takes the signatures of two different persons besides its maker. */
export class SameApproverError extends DomainError {
  static override code = 'E_SAME_APPROVER'

  constructor() {
    super(
      sentence(
        'سبق أن وقّعت على هذا النقل بين الصناديق؛ التوقيع الثاني لشخص آخر.',
        'You have signed this transfer between funds already; the second signature is another person’s.'
      )
    )
  }
}
