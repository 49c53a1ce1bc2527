import { DomainError, sentence, type Sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** No row of the dated table allows this deduction for this type of payment, or it is of nothing. */
export class UnknownDeductionError extends DomainError {
  static override code = 'E_UNKNOWN_DEDUCTION'

  constructor(kind: string) {
    super(
      sentence(
        `الاستقطاع «${kind}» غير مقرر لهذا النوع من الصرف أو قيمته ليست موجبة.`,
        `The deduction "${kind}" is not foreseen for this type of payment, or is not above zero.`
      ),
      { facts: { kind } }
    )
  }
}

/** A deduction that no rate gives rests on a paper. */
export class DeductionReferenceError extends DomainError {
  static override code = 'E_DEDUCTION_REFERENCE'

  constructor({ nameAr, nameEn }: { nameAr: string; nameEn: string }) {
    super(
      sentence(
        `اكتب رقم وتاريخ ما يستند إليه استقطاع «${nameAr}».`,
        `Give number and date of what "${nameEn}" rests on.`
      )
    )
  }
}

/** More is deducted than is due. */
export class DeductionsAboveGrossError extends DomainError {
  static override code = 'E_DEDUCTIONS_ABOVE_GROSS'

  constructor(gross: Money, total: Money) {
    super(
      sentence(
        `الاستقطاعات ${total.format('ar')} جنيه تزيد على المستحق ${gross.format('ar')}.`,
        `Deductions of ${total.format('en')} pounds are above the ${gross.format('en')} due.`
      ),
      { facts: { gross: String(gross), total: String(total) } }
    )
  }
}

/** What a form 50 says does not fit together. */
export class VoucherInputError extends DomainError {
  static override code = 'E_VOUCHER_INPUT'
}

/** The dossier lacks papers of its payment type. */
export class IncompleteDossierError extends DomainError {
  static override code = 'E_INCOMPLETE_DOSSIER'

  constructor(label: string, missing: readonly { code: string; name: Sentence }[]) {
    super(
      sentence(
        `ينقص إضبارة الاستمارة ${label}: ${missing.map(({ name }) => name.ar).join('، ')}.`,
        `The dossier of form ${label} lacks: ${missing.map(({ name }) => name.en).join(', ')}.`
      ),
      {
        facts: { missing: missing.map(({ code }) => code) },
        cure: sentence(
          'استوفِ المستندات، أو يتجاوزها من له الصلاحية بسبب مكتوب.',
          'Add the papers, or have who may override them do so with a written reason.'
        ),
      }
    )
  }
}

/** What stands in the tables is not what was approved. */
export class DocumentChangedError extends DomainError {
  static override code = 'E_DOCUMENT_CHANGED'

  constructor(label: string) {
    super(
      sentence(
        `بيانات المستند ${label} ليست التي اعتمدت، فلا يصرف.`,
        `Document ${label} is not what was approved: it is not paid.`
      ),
      { cure: sentence('يلغى ويحرر غيره.', 'Void it and make another.') }
    )
  }
}

/** A second signature by the one who gave the first. */
export class SameSignatoryError extends DomainError {
  static override code = 'E_SAME_SIGNATORY'

  constructor() {
    super(
      sentence(
        'وقعت التوقيع الأول؛ التوقيع الثاني لغيرك.',
        'You gave the first signature; the second is somebody else’s.'
      )
    )
  }
}

/** No dated rule tells to which account an amount of a document goes. */
export class NoPostingRuleError extends DomainError {
  static override code = 'E_NO_POSTING_RULE'

  constructor(document: string, event: string, amountKey: string) {
    super(
      sentence(
        `لا توجد قاعدة قيد لمبلغ «${amountKey}» عند «${document}/${event}».`,
        `No posting rule holds for the amount "${amountKey}" at "${document}/${event}".`
      ),
      {
        facts: { document, event, amountKey },
        cure: sentence(
          'يضيف رئيس الحسابات القاعدة وتاريخ سريانها.',
          'The accounts head adds the rule and its dates.'
        ),
      }
    )
  }
}

/** The payee's account is not the one on the form any more. */
export class PayeeChangedError extends DomainError {
  static override code = 'E_PAYEE_CHANGED'

  constructor(label: string) {
    super(
      sentence(
        `حساب المستفيد في الاستمارة ${label} ليس حسابه الساري.`,
        `The account on form ${label} is not the one that its payee is paid into.`
      ),
      {
        cure: sentence(
          'تعاد الاستمارة وتحفظ من جديد على حسابه الساري، أو تلغى بعد اعتمادها.',
          'Have it returned and save it anew with the account that holds; void it once approved.'
        ),
      }
    )
  }
}

/** The bank's answer is not about this order. */
export class BankAnswerError extends DomainError {
  static override code = 'E_BANK_ANSWER'
}

/** Passing over missing papers and duplicates is a right of its own. */
export class MayNotOverrideError extends DomainError {
  static override code = 'E_MAY_NOT_OVERRIDE'
  static override status = 403
}

/** An order that goes to the bank by a file is signed with the file's batch. */
export class InBatchError extends DomainError {
  static override code = 'E_IN_BATCH'

  constructor(label: string) {
    super(
      sentence(
        `الأمر ${label} ضمن دفعة أوامر؛ يوقع معها.`,
        `Order ${label} is in a batch: it is signed with it.`
      )
    )
  }
}

/** An order would pay a fund's form from the account of another fund, or of the state budget. */
export class MixedFundsError extends DomainError {
  static override code = 'E_MIXED_FUNDS'

  constructor(label: string) {
    super(
      sentence(
        `استمارة ${label} على صندوق غير الذي له هذا الحساب البنكي: لا يصرف من مال صندوق لغيره.`,
        `Form ${label} is charged to another fund than this bank account's: a fund's money pays for itself alone.`
      ),
      {
        facts: { label },
        cure: sentence('اختر حساب الصندوق نفسه.', "Choose the fund's own account."),
      }
    )
  }
}
