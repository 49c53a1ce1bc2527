import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** The advance that stands in the way of another: its number, its unit and what is open of it. */
export interface OpenOne {
  label: string
  unitAr: string
  unitEn: string
  open: Money
}

/** Who has an open advance of a kind is given no other of it before he settles. */
export class AdvanceOpenError extends DomainError {
  static override code = 'E_ADVANCE_OPEN'

  constructor(holder: string, { label, unitAr, unitEn, open }: OpenOne) {
    super(
      sentence(
        `لدى ${holder} السلفة رقم ${label} (${unitAr}) من النوع نفسه ولم تُسوَّ، وقدرها ${open.format('ar')} جنيه؛ فلا تُصرف له أخرى قبل تسويتها.`,
        `${holder} has advance ${label} of this kind (${unitEn}) with ${open.format('en')} pounds not settled; no other is given before it is.`
      ),
      {
        facts: { holder, label, open: String(open) },
        cure: sentence('سوِّ السلفة المفتوحة أولًا.', 'Settle the open one first.'),
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

/** The letter named for a supplier's prepayment does not secure it. */
export class NotSecuredError extends DomainError {
  static override code = 'E_ADVANCE_NOT_SECURED'

  constructor(label: string) {
    super(
      sentence(
        `التأمين المذكور للدفعة المقدمة ${label} ليس ساريًا لصاحبها لغرض الدفعة المقدمة وبقدرها على الأقل.`,
        `The guarantee named for prepayment ${label} is not held of its party, for a prepayment, of its amount at least.`
      )
    )
  }
}

/** A form 50 that cannot pay the advance it names, or names none where it must. */
export class AdvanceFormError extends DomainError {
  static override code = 'E_ADVANCE_FORM'
}

/** The form 50 is of another type than its advance, or not of its amount. */
export class PaidOtherwiseError extends DomainError {
  static override code = 'E_PAID_OTHERWISE'

  constructor(label: string, { asked, paid }: { asked: Money; paid: Money }) {
    super(
      sentence(
        `استمارة 50 ليست من نوع السلفة ${label} أو ليست بمبلغها: فيها ${paid.format('ar')} جنيه والسلفة ${asked.format('ar')}.`,
        `The form 50 is not of the kind of advance ${label} or not of its amount: it has ${paid.format('en')} pounds, the advance ${asked.format('en')}.`
      ),
      { facts: { asked: String(asked), paid: String(paid) } }
    )
  }
}
