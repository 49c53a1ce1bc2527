import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** More is paid of a commitment, or it is lowered further, than is open of it. */
export class MoreThanIsOpenError extends DomainError {
  static override code = 'E_MORE_THAN_IS_OPEN'

  constructor(label: string, { open, asked }: { open: Money; asked: Money }) {
    super(
      sentence(
        `المفتوح من الارتباط ${label} ${open.format('ar')} جنيه، والمطلوب ${asked.format('ar')}.`,
        `Commitment ${label} has ${open.format('en')} pounds open; ${asked.format('en')} is asked.`
      ),
      {
        facts: { open: String(open), asked: String(asked) },
        cure: sentence(
          'زد الارتباط أولًا أو خفض المبلغ.',
          'Raise the commitment first or ask less.'
        ),
      }
    )
  }
}

/** An amount of nothing or less. */
export class AmountNeededError extends DomainError {
  static override code = 'E_AMOUNT_NEEDED'

  constructor() {
    super(sentence('المبلغ يجب أن يزيد على صفر.', 'The amount must be above zero.'))
  }
}
