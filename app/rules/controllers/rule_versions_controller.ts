import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { wordsOf } from '#core/lists/list'
import { NotFoundError } from '#identity/errors'
import ProposeChange from '#rules/actions/propose_change'
import { ruleAsked, tableAsked, valuesAsked } from '#rules/asked'
import { legalOf, versionForm } from '#rules/forms'
import type { RuleKey } from '#rules/rule_table'
import { ruleFields } from '#rules/show_values'

/** Proposals of a rule that is new, or of a new version of one from a day. */
export default class RuleVersionsController {
  async create(ctx: HttpContext) {
    const table = tableAsked(ctx)
    if (!table.newKey) throw new NotFoundError()
    const words = wordsOf(ctx)
    const shape = await table.shape({}, null, db as never)
    return ctx.view.render('pages/rules/form', {
      ...{ subject: table.name, last: null, name: null, from: today() },
      action: `/rules/${table.name}`,
      groups: [
        ...ruleFields(await table.newKey(db as never), null, words, 'k'),
        ...ruleFields(shape, null, words),
      ],
    })
  }

  async store(ctx: HttpContext) {
    const table = tableAsked(ctx)
    if (!table.newKey) throw new NotFoundError()
    const said = await ctx.request.validateUsing(versionForm)
    const key = valuesAsked(ctx, await table.newKey(db as never), said, 'k') as RuleKey
    const values = valuesAsked(ctx, await table.shape(key, null, db as never), said)
    const change = await new ProposeChange().handle(
      table,
      { ...proposal(said), kind: 'version', key, values, isNew: true },
      hand(ctx)
    )
    return proposed(ctx, change.id)
  }

  async edit(ctx: HttpContext) {
    const { table, last } = await ruleAsked(ctx)
    const shape = await table.shape(last.key, last.values, db as never)
    return ctx.view.render('pages/rules/form', {
      ...{ subject: table.name, last, from: today() },
      name: last.name[ctx.i18n.locale as 'ar' | 'en'],
      action: `/rules/${table.name}/${last.id}/versions`,
      groups: ruleFields(shape, last.values, wordsOf(ctx)),
    })
  }

  async update(ctx: HttpContext) {
    const { table, last } = await ruleAsked(ctx)
    const said = await ctx.request.validateUsing(versionForm)
    const shape = await table.shape(last.key, last.values, db as never)
    const values = valuesAsked(ctx, shape, said)
    const change = await new ProposeChange().handle(
      table,
      { ...proposal(said), kind: 'version', key: last.key, values },
      hand(ctx)
    )
    return proposed(ctx, change.id)
  }
}

const proposal = (
  said: { valid_from: string; reason: string } & Parameters<typeof legalOf>[0]
) => ({
  ...{ from: said.valid_from, reason: said.reason, legal: legalOf(said) },
})

const hand = ({ auth, request }: HttpContext) => ({
  ...{ by: auth.getUserOrFail(), requestId: request.id() },
})

function proposed({ response, session, i18n }: HttpContext, id: number) {
  session.flash('success', i18n.t('rules.changes.proposed'))
  return response.redirect().status(303).toPath(`/rules/changes/${id}`)
}
