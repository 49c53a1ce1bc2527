import { DomainError, sentence, type Sentence } from '#core/domain_error'
import type { Day } from '#core/days'
import type { Money } from '#core/money'

/** The two sides of an entry are not the same sum. */
export class UnbalancedEntryError extends DomainError {
  static override code = 'E_UNBALANCED_ENTRY'

  constructor(debit: Money, credit: Money) {
    super(
      sentence(
        `القيد غير متوازن: المدين ${debit} والدائن ${credit}.`,
        `The entry does not balance: debit ${debit}, credit ${credit}.`
      ),
      {
        facts: { debit: debit.toString(), credit: credit.toString() },
        cure: sentence('راجع مبالغ الطرفين.', 'Check the amounts of both sides.'),
      }
    )
  }
}

/** An entry sets memo accounts (نظامية) against accounts of money. */
export class UnbalancedMemoError extends DomainError {
  static override code = 'E_UNBALANCED_MEMO'

  constructor(debit: Money, credit: Money) {
    super(
      sentence(
        `الحسابات النظامية في القيد لا تتقابل: مدينها ${debit} ودائنها ${credit}.`,
        `The memo accounts of the entry do not stand against each other: debit ${debit}, credit ${credit}.`
      ),
      {
        facts: { debit: debit.toString(), credit: credit.toString() },
        cure: sentence(
          'ضع أمام كل حساب نظامي (91) مقابله (92) بالمبلغ نفسه.',
          'Set its counterpart (92) with the same amount against each memo account (91).'
        ),
      }
    )
  }
}

/** This document's effect is in the books already. */
export class AlreadyPostedError extends DomainError {
  static override code = 'E_ALREADY_POSTED'

  constructor(businessKey: string) {
    super(
      sentence(
        `القيد «${businessKey}» مرحل من قبل، والواقعة لا ترحل مرتين.`,
        `The entry "${businessKey}" is posted already; a fact posts once.`
      ),
      { facts: { businessKey } }
    )
  }
}

/** The month of the entry is closed. */
export class PeriodLockedError extends DomainError {
  static override code = 'E_PERIOD_LOCKED'

  constructor(unitId: number, day: Day) {
    super(
      sentence(
        `شهر ${day.slice(0, 7)} مقفل في هذه الوحدة.`,
        `The month ${day.slice(0, 7)} is locked in this unit.`
      ),
      {
        facts: { unitId, day },
        cure: sentence(
          'اطلب فتحه بقرار، أو رحّل في شهر مفتوح.',
          'Have it opened by decision, or post in an open month.'
        ),
      }
    )
  }
}

/** An account that is not in the chart, or only groups others. */
export class AccountNotPostableError extends DomainError {
  static override code = 'E_ACCOUNT_NOT_POSTABLE'

  constructor(account: string) {
    super(
      sentence(
        `الحساب «${account}» غير موجود أو لا يقبل القيود.`,
        `The account "${account}" does not exist or takes no entries.`
      ),
      { facts: { account }, cure: sentence('راجع دليل الحسابات.', 'See the chart of accounts.') }
    )
  }
}

/** An entry is reversed once. */
export class AlreadyReversedError extends DomainError {
  static override code = 'E_ALREADY_REVERSED'

  constructor(entryId: number) {
    super(sentence('القيد معكوس من قبل.', 'The entry is reversed already.'), { facts: { entryId } })
  }
}

/** The account number is taken, or its ledger account is no account. */
export class BankAccountTakenError extends DomainError {
  static override code = 'E_BANK_ACCOUNT_TAKEN'

  constructor(accountNo: string) {
    super(
      sentence(
        `الحساب البنكي ${accountNo} مسجل من قبل.`,
        `The bank account ${accountNo} is recorded already.`
      ),
      { facts: { accountNo } }
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

/** An entry written by hand that cannot be. */
export class JournalError extends DomainError {
  static override code = 'E_JOURNAL'

  constructor(text: Sentence) {
    super(text)
  }
}

/** A month cannot become what a decision asks. */
export class PeriodStateError extends DomainError {
  static override code = 'E_PERIOD_STATE'

  constructor(text: Sentence, facts: Record<string, string | number>) {
    super(text, { facts })
  }
}
