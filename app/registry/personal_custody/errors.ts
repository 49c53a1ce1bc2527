import { DomainError, sentence } from '#core/domain_error'

/** One thing is in one person's hands at a time. */
export class AlreadyHeldError extends DomainError {
  static override code = 'E_CUSTODY_HELD'

  constructor(holder: string) {
    super(
      sentence(`الأصل في عهدة ${holder} ولم يسلّمه بعد.`, `It is with ${holder}, not handed back.`),
      {
        facts: { holder },
        cure: sentence('سجل تسليمه للعهدة أولًا.', 'Record the hand-back first.'),
      }
    )
  }
}

export class SignedAlreadyError extends DomainError {
  static override code = 'E_CUSTODY_SIGNED'

  constructor(holder: string) {
    super(sentence(`وقّع ${holder} على العهدة من قبل.`, `${holder} has signed for it already.`))
  }
}

/** A signature in the house is the holder's own; everybody else needs his paper. */
export class NotTheHolderError extends DomainError {
  static override code = 'E_CUSTODY_NOT_HOLDER'

  constructor(holder: string) {
    super(sentence(`لا يوقّع على العهدة إلا ${holder}.`, `Only ${holder} signs for it.`), {
      cure: sentence('أو أرفق صورة الإيصال الذي وقّعه.', 'Or attach the scan of what he signed.'),
    })
  }
}

export class HandBackEarlyError extends DomainError {
  static override code = 'E_CUSTODY_DAY'

  constructor(handedOn: string) {
    super(
      sentence(
        `تاريخ التسليم بين ${handedOn} واليوم.`,
        `The day lies between ${handedOn} and today.`
      ),
      { facts: { handedOn } }
    )
  }
}
