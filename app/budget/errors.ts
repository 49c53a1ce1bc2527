import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** How a line is named to people: its code and name, and the unit it belongs to. */
export interface NamedLine {
  code: string
  nameAr: string
  nameEn: string
  unitAr: string
  unitEn: string
}

/** More was asked of a line than it has: nothing of it was taken. */
export class NotEnoughCreditError extends DomainError {
  static override code = 'E_NOT_ENOUGH_CREDIT'

  constructor(line: NamedLine, { asked, available }: { asked: Money; available: Money }) {
    super(
      sentence(
        `المتاح في بند «${line.code} ${line.nameAr}» لدى ${line.unitAr} ${available.format('ar')} جنيه، والمطلوب ${asked.format('ar')}.`,
        `Line "${line.code} ${line.nameEn}" of ${line.unitEn} has ${available.format('en')} pounds available; ${asked.format('en')} is asked.`
      ),
      {
        facts: { line: line.code, available: String(available), asked: String(asked) },
        cure: sentence(
          'خفض المطلوب، أو انقل إليه اعتمادًا، أو اختر بندًا آخر.',
          'Ask for less, move credit to the line, or choose another line.'
        ),
      }
    )
  }
}

/** A figure of a line would fall below zero: more is given back than was taken. */
export class MoreThanWasTakenError extends DomainError {
  static override code = 'E_MORE_THAN_WAS_TAKEN'

  constructor(line: NamedLine, figure: { ar: string; en: string }, stands: Money) {
    super(
      sentence(
        `${figure.ar} في بند «${line.code} ${line.nameAr}» ${stands.format('ar')} جنيه فقط.`,
        `Line "${line.code} ${line.nameEn}" has ${figure.en} of ${stands.format('en')} pounds only.`
      ),
      { facts: { line: line.code, stands: String(stands) } }
    )
  }
}

/** The same effect of the same document was asked for twice. */
export class MovedAlreadyError extends DomainError {
  static override code = 'E_MOVED_ALREADY'

  constructor(businessKey: string) {
    super(
      sentence(
        'سبق تسجيل هذا الأثر على الموازنة لهذا المستند.',
        'This effect of the document on the budget is recorded already.'
      ),
      { facts: { businessKey } }
    )
  }
}
