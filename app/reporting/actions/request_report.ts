import { DateTime } from 'luxon'
import { FiscalYear, type Month } from '#core/fiscal'
import { clock } from '#core/clock'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import Unit from '#identity/models/unit'
import ProduceReportJob from '#reporting/jobs/produce_report_job'
import ReportRun, { type ReportFormat } from '#reporting/models/report_run'
import { PREFIX, REVENUE_RECONCILIATION } from '#reporting/revenue_reconciliation/report'

export interface ReportRequest {
  unitId: number
  month: Month
  format: ReportFormat
  locale: 'ar' | 'en'
  by: Actor
}

/**
 * Records that a report was asked for and gives it its number, gapless per unit and fiscal year. A
 * report that fails keeps its number and says so.
 */
export default class RequestReport {
  /** Records it and lets a worker make it. */
  async handle(request: ReportRequest, outer?: Trx): Promise<ReportRun> {
    return within(outer, async (trx) => {
      const report = await this.record(request, trx)
      report.jobId = await ProduceReportJob.enqueue(
        { reportId: report.id },
        { trx, unitId: request.unitId, by: request.by }
      )
      return report.save()
    })
  }

  /** Records it alone, for who makes it himself. */
  async record({ unitId, month, format, locale, by }: ReportRequest, trx: Trx): Promise<ReportRun> {
    const unit = await Unit.findOrFail(unitId, { client: trx })
    const year = FiscalYear.current()
    const place = await nextNumber(
      { unitId, book: `report.${PREFIX}`, fiscalYear: year.label },
      trx
    )
    return ReportRun.create(
      {
        unitId,
        kind: REVENUE_RECONCILIATION,
        number: [PREFIX, year.slug, unit.code, String(place).padStart(4, '0')].join('/'),
        format,
        parameters: { unit: unit.code, month: String(month), locale, by: by.name },
        asOf: DateTime.fromJSDate(clock.now()).toUTC(),
        state: 'waiting',
        createdBy: by.id,
      },
      { client: trx }
    )
  }
}
