import type { HttpContext } from '@adonisjs/core/http'
import { isDay, today } from '#core/days'
import { wordsOf } from '#core/lists/list'
import { NotFoundError } from '#identity/errors'
import { tableAsked } from '#rules/asked'
import { CHANGE_TONES } from '#rules/lists/changes_list'
import { rulePage, STANDING_TONES, subjectPage, unconfirmedCounts } from '#rules/queries/rule_pages'
import { ruleTables } from '#rules/rule_table'

const GROUPS = ['budget', 'accounts', 'revenue', 'registry'] as const
const tones = { standing: STANDING_TONES, change: CHANGE_TONES }

/** الأحكام والنسب: the subjects, the rules of one that hold on a day, and a rule with its history. */
export default class RulesController {
  async index({ view }: HttpContext) {
    const tables = ruleTables()
    const groups = GROUPS.map((name) => ({
      name,
      tables: tables.filter(({ group }) => group === name).map((table) => table.name),
    }))
    return view.render('pages/rules/index', { groups, open: await unconfirmedCounts(tables) })
  }

  async subject(ctx: HttpContext) {
    const { request, view, auth } = ctx
    const table = tableAsked(ctx)
    const { on: asked } = request.qs()
    const on = isDay(asked) ? asked : today()
    return view.render('pages/rules/subject', {
      ...{ subject: table.name, on, tones },
      ...(await subjectPage(table, wordsOf(ctx), on)),
      mayAdd: Boolean(table.newKey) && auth.getUserOrFail().holds('core.settings.manage'),
    })
  }

  async show(ctx: HttpContext) {
    const table = tableAsked(ctx)
    const page = await rulePage(table, Number(ctx.params.id), wordsOf(ctx))
    if (!page) throw new NotFoundError()
    const manages = ctx.auth.getUserOrFail().holds('core.settings.manage') && !page.waits
    return ctx.view.render('pages/rules/show', {
      ...{ ...page, subject: table.name, tones, today: today() },
      name: page.last.name[ctx.i18n.locale as 'ar' | 'en'],
      may: {
        change: manages,
        end: manages && table.mayEnd && page.last.to === null,
        confirm: manages && page.unconfirmed !== null,
      },
    })
  }
}
