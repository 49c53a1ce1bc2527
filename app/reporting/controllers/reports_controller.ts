import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { progressFor } from '#reporting/queries/job_progress'
import { NotAllowedError } from '#identity/errors'
import RequestReport from '#reporting/actions/request_report'
import { reportsList } from '#reporting/lists/reports_list'
import ReportRun from '#reporting/models/report_run'
import { chosen } from '#revenue/queries/chosen'
import { newReportForm } from '#reporting/validators'

/** Produced reports, each with its number, question and seal. */
export default class ReportsController {
  index(ctx: HttpContext) {
    return listPage(ctx, reportsList, 'pages/reporting/reports/index', { nav: 'reports' })
  }

  async create(ctx: HttpContext) {
    const choice = await chosen(ctx, ctx.auth.user!, 'reporting.reports.create')
    return ctx.view.render('pages/reporting/reports/create', {
      nav: 'reports',
      ...choice,
      unit: await unitChoice(ctx, 'reporting.reports.create'),
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { unit, month, format } = await request.validateUsing(newReportForm)
    const user = auth.user!
    // The report says what the reconciliation page says: who may not see it may not print it.
    if (!user.can('revenue.reconciliation.read', unit)) throw new NotAllowedError()
    const report = await new RequestReport().handle({
      unitId: unit,
      month,
      format,
      locale: i18n.locale as Locale,
      by: user.asActor(request.id()),
    })
    session.flash('success', i18n.t('reporting.reports.produced', { number: report.number }))
    return response.redirect().status(303).toPath(`/reports/${report.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const report = await ReportRun.visibleTo(auth.user!)
      .where('report_runs.id', params.id)
      .preload('unit')
      .preload('file')
      .firstOrFail()
    return view.render('pages/reporting/reports/show', {
      nav: 'reports',
      report,
      job: report.isReady ? null : await progressFor(report.jobId),
    })
  }
}
