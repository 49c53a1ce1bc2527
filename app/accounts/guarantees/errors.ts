import { DomainError, sentence } from '#core/domain_error'
import type { Day } from '#core/days'
import type { Money } from '#core/money'

/** What a guarantee lacks or has too much of for its form. */
export class GuaranteePaperError extends DomainError {
  static override code = 'E_GUARANTEE_PAPER'
}

/** An act waits for its decision; another is not begun beside it. */
export class ActWaitsError extends DomainError {
  static override code = 'E_GUARANTEE_ACT_WAITS'

  constructor(label: string) {
    super(
      sentence(
        `على التأمين ${label} إجراء ينتظر الاعتماد.`,
        `An act on guarantee ${label} waits for its decision.`
      ),
      { cure: sentence('اعتمده أو ارفضه أولًا.', 'Approve or refuse it first.') }
    )
  }
}

/** More is released or forfeited than is still held. */
export class MoreThanIsHeldError extends DomainError {
  static override code = 'E_MORE_THAN_IS_HELD'

  constructor(label: string, { held, asked }: { held: Money; asked: Money }) {
    super(
      sentence(
        `الباقي من التأمين ${label} ${held.format('ar')} جنيه، والمطلوب ${asked.format('ar')}.`,
        `Guarantee ${label} still holds ${held.format('en')} pounds; ${asked.format('en')} is asked.`
      ),
      { facts: { held: String(held), asked: String(asked) } }
    )
  }
}

/** A letter that can no longer be claimed: its last day is past. */
export class GuaranteeExpiredError extends DomainError {
  static override code = 'E_GUARANTEE_EXPIRED'

  constructor(label: string, expiredOn: Day) {
    super(
      sentence(
        `انتهى خطاب الضمان ${label} في ${expiredOn} ولا يطلب تسييله بعدها.`,
        `The letter of guarantee ${label} expired on ${expiredOn} and can no longer be claimed.`
      ),
      { facts: { expiredOn } }
    )
  }
}

/** Money of others is claimed or forfeited by the head of the authority alone. */
export class OfAuthorityError extends DomainError {
  static override code = 'E_OF_AUTHORITY'

  constructor() {
    super(
      sentence(
        'تسييل التأمين ومصادرته باعتماد رئيس الجهة.',
        'The head of the authority approves claims and forfeitures.'
      ),
      { cure: sentence('اعرضه على السكرتير العام.', 'Lay it before the secretary-general.') }
    )
  }
}
