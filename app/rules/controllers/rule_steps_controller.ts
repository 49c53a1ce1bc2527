import type { HttpContext } from '@adonisjs/core/http'
import ProposeChange, { type AskedChange } from '#rules/actions/propose_change'
import { ruleAsked } from '#rules/asked'
import { confirmationForm, endForm, legalOf } from '#rules/forms'

/** Proposals to end a rule, or to confirm by a decision one that came with the house. */
export default class RuleStepsController {
  async end(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(endForm)
    return propose(ctx, {
      kind: 'end',
      from: said.end_on,
      reason: said.reason,
      legal: legalOf(said),
    })
  }

  async confirm(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(confirmationForm)
    return propose(ctx, { kind: 'confirmation', reason: said.reason, legal: legalOf(said) })
  }
}

async function propose(ctx: HttpContext, asked: Omit<AskedChange, 'key'>) {
  const { auth, request, response, session, i18n } = ctx
  const { table, one } = await ruleAsked(ctx)
  const change = await new ProposeChange().handle(
    table,
    { ...asked, key: one.key, versionId: one.id },
    { by: auth.getUserOrFail(), requestId: request.id() }
  )
  session.flash('success', i18n.t('rules.changes.proposed'))
  return response.redirect().status(303).toPath(`/rules/changes/${change.id}`)
}
