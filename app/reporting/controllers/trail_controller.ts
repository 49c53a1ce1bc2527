import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { visible } from '#identity/access/visible'
import { trailList } from '#reporting/lists/trail_list'
import { lastSeal, lastVerification } from '#reporting/queries/trail_state'
import { changesOf } from '#reporting/queries/trail_changes'
import { paperOf } from '#revenue/subjects'
import { actionWords, subjectTypeWords } from '#reporting/trail_words'

/** سجل المراجعة: rows of the units one may see, each with what stood before and after. */
export default class TrailController {
  async index(ctx: HttpContext) {
    return listPage(ctx, trailList, 'pages/reporting/trail/index', {
      nav: 'trail',
      seal: await lastSeal(),
      verification: await lastVerification(),
    })
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const words = { locale: i18n.locale as Locale }
    const row = await visible(
      db.from('trail').join('units', 'units.id', 'trail.unit_id'),
      auth.user!,
      'audit.trail.read',
      'trail.unit_id'
    )
      .where('trail.id', params.id)
      .select('trail.*', 'units.name_ar', 'units.name_en')
      .firstOrFail()
    return view.render('pages/reporting/trail/show', {
      nav: 'trail',
      row,
      action: actionWords(row.action, words),
      subjectType: subjectTypeWords(row.subject_type, words),
      paper: row.subject_id ? paperOf(row.subject_type, row.subject_id) : null,
      changes: changesOf(row.before_value, row.after_value),
    })
  }
}
