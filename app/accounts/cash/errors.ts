import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** What was counted on arrival is not what was sent: nothing is received. */
export class CountDiffersError extends DomainError {
  static override code = 'E_COUNT_DIFFERS'

  constructor({ sent, counted }: { sent: Money; counted: Money }) {
    super(
      sentence(
        `المرسل ${sent.format('ar')} جنيه والمعدود ${counted.format('ar')}.`,
        `${sent.format('en')} pounds were sent and ${counted.format('en')} counted.`
      ),
      {
        facts: { sent: String(sent), counted: String(counted) },
        cure: sentence(
          'أعد العد، أو ارفض الاستلام بمحضر.',
          'Count again, or refuse it with minutes.'
        ),
      }
    )
  }
}

/** No open unit has the code to which cash is sent. */
export class UnknownUnitError extends DomainError {
  static override code = 'E_UNKNOWN_UNIT'
}
