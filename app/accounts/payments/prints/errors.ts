import { DomainError, sentence } from '#core/domain_error'

/** The document has no such form, or not yet. */
export class FormNotDueError extends DomainError {
  static override code = 'E_FORM_NOT_DUE'
}

/** An official form is printed once; every further print says why. */
export class ReprintReasonError extends DomainError {
  static override code = 'E_REPRINT_REASON'

  constructor(prints: number) {
    super(
      sentence(
        `طُبع هذا النموذج من قبل (${prints})؛ اكتب سبب إعادة طباعته.`,
        `This form was printed before (${prints}); give the reason for printing it again.`
      ),
      { facts: { prints } }
    )
  }
}
