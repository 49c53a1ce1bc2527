import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import { partlyReconciled, whatIsMissing } from '#reporting/queries/what_is_missing'
import { percentText } from '#reporting/revenue_reconciliation/figures'
import { listsBehind } from '#reporting/revenue_reconciliation/links'
import { reconciliationFigures } from '#reporting/revenue_reconciliation/query'
import { chosen } from '#revenue/queries/chosen'
import { liveRun } from '#revenue/queries/live_run'
import { outdatedBy } from '#revenue/queries/outdated_by'
import { kindOf, paperOf, shortKey } from '#revenue/subjects'

/** متابعة التحصيل: what was due, collected and banked in a month, and what stands between. */
export default class SecretaryController {
  async index(ctx: HttpContext) {
    const { auth, view, i18n } = ctx
    const user = auth.user!
    const locale = i18n.locale as Locale
    const choice = await chosen(ctx, user, 'revenue.reconciliation.read')
    if (!choice) return view.render('pages/reporting/secretary/nowhere')

    const { unitId, month, place } = choice
    const state = await db.transaction(async (trx) => {
      const figures = await reconciliationFigures({ unitId, month }, trx)
      return {
        figures,
        missing: figures.run ? await whatIsMissing({ unitId, month }, figures, locale, trx) : [],
        partly: !figures.run && (await partlyReconciled({ unitId, month }, trx)),
      }
    })
    return view.render('pages/reporting/secretary/index', {
      ...state,
      place,
      month,
      unitId,
      nav: 'secretary',
      job: await liveRun(unitId, month),
      outdatedBy: await outdatedBy(unitId, month),
      runs: user.can('revenue.reconciliation.run', unitId),
      produces: user.can('reporting.reports.create', unitId),
      lists: listsBehind(month),
      paperOf,
      kindOf,
      shortKey,
      named: (one: { ar: string; en: string }) => (locale === 'en' ? one.en : one.ar),
      share: percentText,
    })
  }
}
