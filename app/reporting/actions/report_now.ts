import { Month } from '#core/fiscal'
import { within } from '#core/within'
import type { Actor } from '#audit/actor'
import { unitWithCode } from '#identity/queries/by_name'
import ProduceReport from '#reporting/actions/produce_report'
import RequestReport from '#reporting/actions/request_report'
import { UnknownReportError } from '#reporting/errors'
import { REPORT_FORMATS, type ReportFormat } from '#reporting/models/report_run'
import { REVENUE_RECONCILIATION } from '#reporting/revenue_reconciliation/report'

/** The operator at the machine: no account, but a name in the trail. */
const OPERATOR: Actor = { id: null, name: 'مشغل النظام (سطر الأوامر)' }

export interface ReportCommand {
  kind: string
  /** Code of the unit. */
  unit: string
  month: string
  format: string
  locale: 'ar' | 'en'
}

/**
 * Asks for a report and makes it in this process, as the command line does.
 * @throws UnknownReportError, UnknownNameError, PeriodError
 */
export async function reportNow({ kind, unit: code, month, format, locale }: ReportCommand) {
  if (kind !== REVENUE_RECONCILIATION) throw new UnknownReportError(kind)
  if (!(REPORT_FORMATS as readonly string[]).includes(format)) throw new UnknownReportError(format)
  const unit = await unitWithCode(code)
  const request = {
    unitId: unit.id,
    month: Month.of(month),
    format: format as ReportFormat,
    locale,
    by: OPERATOR,
  }
  const asked = await within(null, (trx) => new RequestReport().record(request, trx))
  const report = await new ProduceReport().handle(asked.id, { by: OPERATOR })
  await report.load('file')
  return {
    kind,
    unit: code,
    month,
    format,
    number: report.number,
    asOf: report.asOf.toUTC().toISO(),
    figures: report.figuresHash!.toString('hex'),
    seal: report.seal,
    sha256: report.file.sha256.toString('hex'),
    bytes: Number(report.file.bytes),
    path: report.file.absolutePath,
  }
}
