import { DomainError, sentence } from '#core/domain_error'
import type { Day } from '#core/days'

/** A code that cannot be opened, closed or confirmed as asked. */
export class ClassificationError extends DomainError {
  static override code = 'E_CLASSIFICATION'
}

export const taken = (code: string, from: Day) =>
  new ClassificationError(
    sentence(
      `الكود «${code}» مفتوح من ${from}؛ ما يحل محله يسري من يوم بعده.`,
      `Code "${code}" holds from ${from}; what replaces it holds from a later day.`
    ),
    { facts: { code, from } }
  )

export const parentHasLines = (code: string) =>
  new ClassificationError(
    sentence(
      `الكود الأعلى «${code}» عليه بنود موازنة أو مقترحات، فلا يتفرع.`,
      `The parent "${code}" has budget lines or proposals and cannot have children.`
    ),
    {
      facts: { code },
      cure: sentence('افتح كودًا جديدًا بجواره.', 'Open a new code beside it.'),
    }
  )

export const parentDoesNotHold = (code: string, on: Day) =>
  new ClassificationError(
    sentence(
      `الكود الأعلى «${code}» لا يسري في ${on}، أو ليس من هذا التصنيف.`,
      `The parent "${code}" does not hold on ${on}, or is of another classification.`
    ),
    { facts: { code, on } }
  )

export const tooDeep = (code: string) =>
  new ClassificationError(
    sentence(
      `«${code}» من المستوى الرابع، ولا مستوى بعده: باب ومجموعة وبند ونوع.`,
      `"${code}" is of the fourth level; there is none below bab, group, item and type.`
    ),
    { facts: { code } }
  )

export const notOpen = (code: string) =>
  new ClassificationError(sentence(`الكود «${code}» مغلق.`, `Code "${code}" is closed.`), {
    facts: { code },
  })

export const closesBeforeItBegan = (code: string, from: Day) =>
  new ClassificationError(
    sentence(
      `الكود «${code}» يسري من ${from}، فلا يغلق في يوم لا يليه.`,
      `Code "${code}" holds from ${from} and is closed on a later day.`
    ),
    { facts: { code, from } }
  )

export const inUse = (code: string, { year, unit }: { year: string; unit: string }) =>
  new ClassificationError(
    sentence(
      `على «${code}» وما تحته بند في موازنة ${year} (${unit})، وتلك السنة تبدأ بعد يوم الإغلاق أو فيه.`,
      `"${code}" or what is below it has a line in the budget of ${year} (${unit}), a year that begins on the closing day or later.`
    ),
    {
      facts: { code, year, unit },
      cure: sentence('اختر يومًا بعد آخر سنة استعمل فيها.', 'Choose a day after its last year.'),
    }
  )

export const confirmedAlready = (code: string) =>
  new ClassificationError(
    sentence(`الكود «${code}» مؤكد.`, `Code "${code}" is confirmed already.`),
    { facts: { code } }
  )
