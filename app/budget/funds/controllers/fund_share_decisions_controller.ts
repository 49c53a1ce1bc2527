import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import DecideShare from '#budget/funds/decide_share'

const approval = vine.create({ on: fiscalDate() })
const refusal = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** A second person's decision on a share, or its taking back. */
export default class FundShareDecisionsController {
  async approve(ctx: HttpContext) {
    const { on } = await ctx.request.validateUsing(approval)
    await new DecideShare().approve(Number(ctx.params.id), { ...signer(ctx), on })
    return back(ctx, 'approved')
  }

  async refuse(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(refusal)
    await new DecideShare().refuse(Number(ctx.params.id), { ...signer(ctx), reason })
    return back(ctx, 'refused')
  }

  async withdraw(ctx: HttpContext) {
    const by = ctx.auth.getUserOrFail().asActor(ctx.request.id())
    await new DecideShare().withdraw(Number(ctx.params.id), { by })
    return back(ctx, 'withdrawn')
  }
}

function signer({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail(), requestId: request.id() }
}

function back({ params, response, session, i18n }: HttpContext, key: string) {
  session.flash('success', i18n.t(`budget.funds.shares.${key}`))
  return response.redirect().status(303).toPath(`/budget/fund-shares/${params.id}`)
}
