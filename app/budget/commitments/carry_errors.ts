import { DomainError, sentence } from '#core/domain_error'
import type { FiscalYear } from '#core/fiscal'
import type { CarriedPlace } from '#budget/commitments/carry_rules'

/** A commitment that may not go over into the next year, or not yet. */
export class NotCarriedError extends DomainError {
  static override code = 'E_NOT_CARRIED'
}

export function yearNotOpen(next: FiscalYear) {
  return new NotCarriedError(
    sentence(`لم تفتح موازنة ${next.label} بعد.`, `The budget of ${next.label} is not open yet.`),
    { cure: sentence('يرحل الارتباط بعد فتحها.', 'Carry over once it is open.') }
  )
}

export function notYet(year: FiscalYear) {
  return new NotCarriedError(
    sentence(
      `ترحل ارتباطات السنة المالية ${year.label} في آخر أيامها (${year.last}) أو بعده.`,
      `Commitments of ${year.label} are carried over on its last day (${year.last}) or later.`
    )
  )
}

export function lapses(label: string, { chapter, fund }: CarriedPlace) {
  return new NotCarriedError(
    sentence(
      `لا تسمح القواعد بترحيل الارتباط ${label} (الباب ${chapter}، الصندوق ${fund}): يسقط بانتهاء السنة.`,
      `No rule carries commitment ${label} over (bab ${chapter}, fund ${fund}): it lapses with its year.`
    ),
    { cure: sentence('ألغه ليعود ما لم يصرف منه.', 'Cancel it: what is open returns.') }
  )
}
