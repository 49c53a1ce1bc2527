import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { Month } from '#core/fiscal'
import StartReconciliation from '#revenue/actions/start_reconciliation'
import ReconciliationRun from '#revenue/models/reconciliation_run'
import { chosen, placeOf } from '#revenue/queries/chosen'
import { liveRun } from '#revenue/queries/live_run'
import { outdatedBy } from '#revenue/queries/outdated_by'
import { latestRun, runPaper, runsOf } from '#revenue/queries/runs'
import { openSuggestions } from '#revenue/queries/open_suggestions'
import { kindOf } from '#revenue/subjects'
import { runForm } from '#revenue/validators/differences'

const READ = 'revenue.reconciliation.read'

/** المطابقة: the runs of a unit and month, what came in, what became of it, what waits for a person. */
export default class ReconciliationsController {
  async index(ctx: HttpContext) {
    const choice = await chosen(ctx, ctx.auth.user!, READ)
    if (!choice) return ctx.view.render('pages/revenue/reconciliations/nowhere')
    return this.#page(
      ctx,
      choice.unitId,
      choice.month,
      await latestRun(ctx.auth.user!, choice.unitId, choice.month)
    )
  }

  async show(ctx: HttpContext) {
    const run = await ReconciliationRun.visibleTo(ctx.auth.user!)
      .where('id', ctx.params.id)
      .firstOrFail()
    return this.#page(ctx, run.unitId, Month.containing(run.month), run.id)
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { unit, month, from } = await request.validateUsing(runForm)
    const by = auth.user!.asActor(request.id())
    await new StartReconciliation().handle({ unitId: unit, month, by })
    session.flash('success', i18n.t('revenue.reconciliation.started'))
    const page = from === 'secretary' ? '/secretary' : '/revenue/reconciliations'
    return response.redirect().status(303).toPath(`${page}?unit=${unit}&month=${month}`)
  }

  async #page(ctx: HttpContext, unitId: number, month: Month, runId: number | null) {
    const locale = ctx.i18n.locale as Locale
    const user = ctx.auth.user!
    const choice = await chosen(ctx, user, READ)
    return ctx.view.render('pages/revenue/reconciliations/index', {
      nav: 'reconciliation',
      place: choice!.unitId === unitId ? choice!.place : placeOf(choice!.units, READ, unitId),
      unitId,
      month,
      job: await liveRun(unitId, month),
      outdatedBy: await outdatedBy(unitId, month),
      runs: await runsOf(user, unitId, month, locale),
      run: runId === null ? null : await runPaper(runId, locale),
      suggestions: await openSuggestions(unitId, month, locale),
      starts: user.can('revenue.reconciliation.run', unitId),
      decides: user.can('revenue.matches.decide', unitId),
      kindOf,
    })
  }
}
