import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** The budget stands at another stage of its year. */
export class BudgetStageError extends DomainError {
  static override code = 'E_BUDGET_STAGE'
}

/** A proposal asks for more of a chapter than its ceiling. */
export class CeilingExceededError extends DomainError {
  static override code = 'E_CEILING_EXCEEDED'

  constructor(
    chapter: { code: string; ar: string; en: string },
    { asked, ceiling }: { asked: Money; ceiling: Money }
  ) {
    super(
      sentence(
        `المطلوب في الباب «${chapter.code} ${chapter.ar}» ${asked.format('ar')} جنيه والسقف ${ceiling.format('ar')}.`,
        `${asked.format('en')} pounds are asked of chapter "${chapter.code} ${chapter.en}"; its ceiling is ${ceiling.format('en')}.`
      ),
      {
        facts: { chapter: chapter.code, asked: String(asked), ceiling: String(ceiling) },
        cure: sentence(
          'خفض بنود الباب، أو اطلب تعديل السقف.',
          'Lower lines of the chapter, or ask for another ceiling.'
        ),
      }
    )
  }
}

/** A figure grew by more than the house allows without a word of justification. */
export class JustificationNeededError extends DomainError {
  static override code = 'E_JUSTIFICATION_NEEDED'

  constructor(line: { code: string; ar: string; en: string }, percent: string) {
    super(
      sentence(
        `البند «${line.code} ${line.ar}» يزيد على العام السابق بأكثر من ${percent}٪ ولا مبرر مكتوب له.`,
        `Line "${line.code} ${line.en}" is more than ${percent}% above the year before, without justification.`
      ),
      {
        facts: { line: line.code, percent },
        cure: sentence(
          'اكتب مبرر الزيادة بجوار البند.',
          'Write the justification beside the line.'
        ),
      }
    )
  }
}

/** A line that the classification of that year does not have. */
export class CodeNotUsableError extends DomainError {
  static override code = 'E_CODE_NOT_USABLE'

  constructor(axis: string, code: string | number, fiscalYear: string) {
    super(
      sentence(
        `الكود «${code}» ليس من آخر مستوى ساريًا في السنة المالية ${fiscalYear}.`,
        `Code "${code}" is no lowest-level code valid in fiscal year ${fiscalYear}.`
      ),
      { facts: { axis, code, fiscalYear } }
    )
  }
}

/** Proposals still wait, or none was made. */
export class ProposalsNotReadyError extends DomainError {
  static override code = 'E_PROPOSALS_NOT_READY'

  constructor({ waiting, accepted }: { waiting: number; accepted: number }) {
    super(
      waiting > 0
        ? sentence(
            `ما زال ${waiting} من مقترحات الوحدات لم يبت فيه.`,
            `${waiting} proposals of units are not decided yet.`
          )
        : sentence('لم يقبل أي مقترح بعد.', 'No proposal has been accepted yet.'),
      { facts: { waiting, accepted } }
    )
  }
}

/** The unit is not of the budget's governorate. */
export class UnitOutsideBudgetError extends DomainError {
  static override code = 'E_UNIT_OUTSIDE_BUDGET'

  constructor() {
    super(
      sentence('الوحدة ليست من وحدات هذه الموازنة.', 'The unit is not one of this budget’s units.')
    )
  }
}

/** An order that would change nothing, or names lines that it cannot. */
export class OrderLinesError extends DomainError {
  static override code = 'E_ORDER_LINES'
}

/** The order rests on no law, decision or letter. */
export class OrderNeedsDecisionError extends DomainError {
  static override code = 'E_ORDER_NEEDS_DECISION'

  constructor() {
    super(
      sentence(
        'هذا الأمر يلزمه رقم وتاريخ السند الذي صدر به.',
        'This order needs number and date of the decision that it rests on.'
      )
    )
  }
}
