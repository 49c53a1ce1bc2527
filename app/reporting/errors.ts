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

/** A unit code that no unit has. */
export class UnknownUnitError extends DomainError {
  static override code = 'E_UNIT_UNKNOWN'

  constructor(code: string) {
    super(sentence(`لا توجد وحدة كودها ${code}.`, `There is no unit with the code ${code}.`), {
      facts: { code },
      cure: sentence(
        'راجع الكود في قائمة الوحدات المحلية، مثل EG-FYM-SNR.',
        'Look the code up in the list of units, such as EG-FYM-SNR.'
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
