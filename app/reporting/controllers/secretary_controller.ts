import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import { chosen } from '#reporting/queries/chosen'
import { whatIsMissing } from '#reporting/queries/what_is_missing'
import { liveRun, partlyReconciled } from '#reporting/queries/runs'
import { shareOf } from '#reporting/revenue_reconciliation/figures'
import { listsBehind, paperOf } from '#reporting/revenue_reconciliation/links'
import { reconciliationFigures } from '#reporting/revenue_reconciliation/query'
import { kindOf, shortKey } from '#reporting/revenue_reconciliation/tables'
import { valueFormat } from '#core/documents/value_format'

/** متابعة التحصيل: what was due, collected and banked in a month, and what stands between. */
export default class SecretaryController {
  async index(ctx: HttpContext) {
    const { auth, view, i18n } = ctx
    const user = auth.user!
    const locale = i18n.locale as Locale
    const choice = await chosen(ctx, user, 'revenue.reconciliation.read')
    if (!choice) return view.render('pages/reporting/secretary/nowhere')

    const { unitId, month, units } = choice
    const state = await db.transaction(async (trx) => {
      const figures = await reconciliationFigures({ unitId, month }, trx)
      return {
        figures,
        missing: figures.run
          ? await whatIsMissing({ unitId, month }, figures, locale, trx)
          : [],
        partly: !figures.run && (await partlyReconciled({ unitId, month }, trx)),
      }
    })
    const percent = valueFormat('percent', locale)
    return view.render('pages/reporting/secretary/index', {
      ...state,
      units,
      month,
      unitId,
      nav: 'secretary',
      job: await liveRun({ unitId, month }),
      runs: user.can('revenue.reconciliation.run', unitId),
      produces: user.can('reporting.reports.create', unitId),
      lists: listsBehind(month),
      paperOf,
      kindOf,
      shortKey,
      named: (one: { ar: string; en: string }) => (locale === 'en' ? one.en : one.ar),
      share: (...pair: Parameters<typeof shareOf>) => percent(shareOf(...pair)) || '—',
    })
  }
}
