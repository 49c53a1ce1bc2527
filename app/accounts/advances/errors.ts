import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** Who has an open advance of a kind is given no other of it before he settles. */
export class AdvanceOpenError extends DomainError {
  static override code = 'E_ADVANCE_OPEN'

  constructor(holder: string) {
    super(
      sentence(
        `لدى ${holder} سلفة من النوع نفسه لم تسو، ولا تصرف له أخرى قبل تسويتها.`,
        `${holder} has an advance of this kind that is not settled; no other is given before it is.`
      ),
      {
        facts: { holder },
        cure: sentence('سوّ السلفة المفتوحة أولًا.', 'Settle the open one first.'),
      }
    )
  }
}

/** More is settled of an advance than is open of it. */
export class MoreThanAdvanceError extends DomainError {
  static override code = 'E_MORE_THAN_ADVANCE'

  constructor(label: string, { open, asked }: { open: Money; asked: Money }) {
    super(
      sentence(
        `المفتوح من السلفة ${label} ${open.format('ar')} جنيه، والمطلوب ${asked.format('ar')}.`,
        `Advance ${label} has ${open.format('en')} pounds open; ${asked.format('en')} is asked.`
      ),
      { facts: { open: String(open), asked: String(asked) } }
    )
  }
}

/** A settlement that this kind of advance does not have, or without what it rests on. */
export class SettlementKindError extends DomainError {
  static override code = 'E_SETTLEMENT_KIND'
}

/** No account of the house and no party of the unit has this name. */
export class HolderUnknownError extends DomainError {
  static override code = 'E_HOLDER_UNKNOWN'
}
