import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import DecideCreditOrder from '#budget/orders/decide_credit_order'

const approval = vine.create({ on: fiscalDate() })
const refusal = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** A second person's decision on an order, or its maker's taking it back. */
export default class OrderDecisionsController {
  async approve(ctx: HttpContext) {
    const { on } = await ctx.request.validateUsing(approval)
    await new DecideCreditOrder().approve(Number(ctx.params.id), { ...signer(ctx), on })
    return back(ctx)
  }

  async refuse(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(refusal)
    await new DecideCreditOrder().refuse(Number(ctx.params.id), { ...signer(ctx), reason })
    return back(ctx)
  }

  async withdraw(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const by = { ...user.asActor(ctx.request.id()), id: user.id }
    await new DecideCreditOrder().withdraw(Number(ctx.params.id), { by })
    return back(ctx)
  }
}

function signer({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail(), requestId: request.id() }
}

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/budget/orders/${params.id}`)
}
