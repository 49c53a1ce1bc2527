import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { addDays } from '#core/days'
import { wordsOf } from '#core/lists/list'
import listPage from '#core/lists/list_page'
import RuleChange from '#rules/models/rule_change'
import { CHANGE_TONES, changesList } from '#rules/lists/changes_list'
import { comparison } from '#rules/queries/rule_pages'
import { ruleTable } from '#rules/rule_table'

/** Changes of rules: all that were asked, and one of them beside what stands. */
export default class RuleChangesController {
  index(ctx: HttpContext) {
    return listPage(ctx, changesList, 'pages/rules/changes')
  }

  async show(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const change = await RuleChange.findOrFail(ctx.params.id)
    const { madeBy, decidedBy, status, validFrom, kind } = change
    const people = [madeBy, decidedBy].filter((id) => id !== null)
    const rows = await db.from('users').whereIn('id', people).select('id', 'full_name as name')
    const names = new Map(rows.map((row) => [Number(row.id), String(row.name)]))
    const waits = status === 'proposed'
    return ctx.view.render('pages/rules/change', {
      ...{ change, names, name: change.name[ctx.i18n.locale as 'ar' | 'en'] },
      lines: await comparison(change, ruleTable(change.subject)!, wordsOf(ctx)),
      tone: CHANGE_TONES[status as keyof typeof CHANGE_TONES],
      lastDay: kind !== 'confirmation' && change.baseId ? addDays(validFrom!, -1) : null,
      may: {
        decide: waits && user.holds('core.settings.approve') && madeBy !== user.id,
        withdraw: waits && user.holds('core.settings.manage'),
      },
    })
  }
}
