import type { Day } from '#core/days'
import { apart } from '#core/web/format'
import { DomainError, sentence } from '#core/domain_error'

/** The unit knows this beneficiary already, by his number in it or by one that names him. */
export class BeneficiaryKnownError extends DomainError {
  static override code = 'E_BENEFICIARY_KNOWN'

  constructor(
    readonly field: string,
    beneficiaryNo: string,
    name: string
  ) {
    super(
      sentence(
        `هذا الرقم مسجل للمستفيد ${beneficiaryNo} «${name}».`,
        `This number belongs to beneficiary ${beneficiaryNo}, ${name}.`
      ),
      {
        facts: { field, beneficiaryNo },
        cure: sentence('استعمل المستفيد المسجل.', 'Use the beneficiary who is recorded.'),
      }
    )
  }
}

/** The bank of an IBAN is not in the list and was not named. */
export class UnknownBankError extends DomainError {
  static override code = 'E_UNKNOWN_BANK'

  constructor(code: string) {
    super(
      sentence(
        `كود البنك ${code} في رقم الحساب غير مسجل.`,
        `The bank code ${code} of the account is not recorded.`
      ),
      {
        facts: { code },
        cure: sentence('اكتب اسم البنك.', 'Write the name of the bank.'),
      }
    )
  }
}

/** Another request about the account of this beneficiary is not finished. */
export class AccountChangeOpenError extends DomainError {
  static override code = 'E_ACCOUNT_CHANGE_OPEN'
}

/** He is paid into this account already. */
export class SameAccountError extends DomainError {
  static override code = 'E_SAME_ACCOUNT'

  constructor() {
    super(
      sentence('هذا هو حساب المستفيد الساري.', 'This is the account that he is paid into already.')
    )
  }
}

/** The account holds: it is changed by another, not stopped. */
export class AccountHoldsError extends DomainError {
  static override code = 'E_ACCOUNT_HOLDS'

  constructor(from: Day) {
    super(sentence(`الحساب سارٍ منذ ${apart(from)}.`, `The account has held since ${from}.`), {
      cure: sentence('اطلب حسابًا آخر بدله.', 'Propose another in its place.'),
    })
  }
}

/** He cannot be paid on that day: no account holds, or he is stopped. */
export class NotPayableError extends DomainError {
  static override code = 'E_NOT_PAYABLE'
}

/** The claim may have been paid before: another person than its maker answers for it, or it is not paid. */
export class ClaimRefusedError extends DomainError {
  static override code = 'E_CLAIM_REFUSED'
}

/** Approved payments wait to be executed into the account that would change. */
export class PaymentsFrozenError extends DomainError {
  static override code = 'E_PAYMENTS_FROZEN'

  constructor(labels: readonly string[]) {
    super(
      sentence(
        `استمارات صرف معتمدة لم تنفذ بعد على حساب المستفيد: ${labels.join('، ')}.`,
        `Approved payments are not executed yet into the account of this beneficiary: ${labels.join(', ')}.`
      ),
      {
        facts: { payments: labels },
        cure: sentence(
          'يبقى الطلب منتظرًا حتى تنفذ أو تلغى.',
          'The request waits until they are executed or voided.'
        ),
      }
    )
  }
}

/** The same electronic invoice was recorded by another at this very moment. */
export class ClaimTakenError extends DomainError {
  static override code = 'E_CLAIM_TAKEN'

  constructor() {
    super(
      sentence(
        'سُجلت الفاتورة الإلكترونية نفسها الآن في استمارة أخرى.',
        'The same electronic invoice was recorded in another form just now.'
      ),
      { cure: sentence('راجعها ثم أعد الحفظ.', 'Look at it, then save again.') }
    )
  }
}
