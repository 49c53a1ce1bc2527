import type { HttpContext } from '@adonisjs/core/http'
import DecideChange from '#rules/actions/decide_change'
import { refusalForm } from '#rules/forms'

/** A second person's decision on a change of a rule, or its taking back. */
export default class RuleChangeDecisionsController {
  async approve(ctx: HttpContext) {
    await new DecideChange().approve(Number(ctx.params.id), signer(ctx))
    return back(ctx, 'approved')
  }

  async refuse(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(refusalForm)
    await new DecideChange().refuse(Number(ctx.params.id), { ...signer(ctx), reason })
    return back(ctx, 'refused')
  }

  async withdraw(ctx: HttpContext) {
    const by = ctx.auth.getUserOrFail().asActor(ctx.request.id())
    await new DecideChange().withdraw(Number(ctx.params.id), { by })
    return back(ctx, 'withdrawn')
  }
}

function signer({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail(), requestId: request.id() }
}

function back({ params, response, session, i18n }: HttpContext, key: string) {
  session.flash('success', i18n.t(`rules.changes.${key}`))
  return response.redirect().status(303).toPath(`/rules/changes/${params.id}`)
}
