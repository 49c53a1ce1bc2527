import { DomainError, sentence } from '#core/domain_error'

/** A report of a kind, or in a format, that the house does not make. */
export class UnknownReportError extends DomainError {
  static override code = 'E_REPORT_UNKNOWN'

  constructor(asked: string) {
    super(sentence(`لا يوجد تقرير بهذا الوصف: ${asked}.`, `There is no such report: ${asked}.`), {
      facts: { asked },
      cure: sentence(
        'التقرير المتاح: revenue-reconciliation بصيغة xlsx أو pdf.',
        'What there is: revenue-reconciliation as xlsx or pdf.'
      ),
    })
  }
}

/** The file of a report is asked for before it is made, or after its making failed. */
export class ReportNotReadyError extends DomainError {
  static override code = 'E_REPORT_NOT_READY'

  constructor(number: string) {
    super(sentence(`التقرير ${number} لم يصدر بعد.`, `Report ${number} is not produced yet.`), {
      facts: { number },
      cure: sentence(
        'انتظر حتى يصدر، أو أصدر تقريرًا جديدًا إن تعثر.',
        'Wait until it is, or produce a new one if it failed.'
      ),
    })
  }
}
