import { DomainError, sentence, type Sentence } from '#core/domain_error'
import type { Finding } from '#registry/rules/finding'

/** A rule of the register stands in the way of a step of the case; each is said with its cure. */
export class CaseRuleError extends DomainError {
  static override code = 'E_CASE_RULE'

  constructor(readonly findings: readonly Finding[]) {
    const said = (locale: 'ar' | 'en') =>
      findings
        .map(({ rule, messages, cure }) =>
          [`(${rule}) ${messages[locale]}`, cure?.[locale]].filter(Boolean).join(' ')
        )
        .join(' ')
    super(sentence(said('ar'), said('en')), {
      facts: { rules: findings.map(({ rule }) => rule), findings },
    })
  }
}

/** A step that the case is not ready for, whatever its state: a day, a document, a deadline. */
export class CaseNotReadyError extends DomainError {
  static override code = 'E_CASE_NOT_READY'
}

/** Something of a form that the unit does not have. */
export class CaseNamesNothingError extends DomainError {
  static override code = 'E_CASE_NAMES_NOTHING'

  constructor(what: Sentence, named: string) {
    super(
      sentence(
        `لا يوجد ${what.ar} «${named}» في هذه الوحدة.`,
        `This unit has no ${what.en} «${named}».`
      ),
      {
        facts: { named },
        cure: sentence('راجع الرقم.', 'Check the number.'),
      }
    )
  }
}

/** The portal's number came in already. */
export class PortalNumberTakenError extends DomainError {
  static override code = 'E_PORTAL_NUMBER_TAKEN'

  constructor(portalNo: string, cause?: unknown) {
    super(
      sentence(
        `طلب التقنين رقم ${portalNo} مسجل من قبل.`,
        `Legalisation file ${portalNo} is recorded already.`
      ),
      {
        facts: { portalNo },
        cure: sentence('ابحث عنه في قائمة طلبات التقنين.', 'Look for it in the list of files.'),
        cause,
      }
    )
  }
}

/** What was reported under this number has its case already. */
export class SourceTakenError extends DomainError {
  static override code = 'E_CASE_SOURCE_TAKEN'

  constructor(sourceRef: string, caseNo: string) {
    super(
      sentence(
        `ما ورد برقم «${sourceRef}» فُتح له ملف التعدي رقم ${caseNo}.`,
        `What came in as «${sourceRef}» has case ${caseNo} already.`
      ),
      {
        facts: { sourceRef, caseNo },
        cure: sentence(
          'استكمل الملف المفتوح، أو راجع الرقم.',
          'Go on with that case, or check the number.'
        ),
      }
    )
  }
}
