import type { HttpContext } from '@adonisjs/core/http'
import ActOnGuarantee from '#accounts/guarantees/act_on_guarantee'
import { actForm, refusalForm } from '#accounts/guarantees/validators'
import { voidGuarantee } from '#accounts/guarantees/void_guarantee'
import { deciderOf, makerOf } from '#accounts/hands'

/** Steps of a guarantee: proposed, approved or refused. */
export default class GuaranteeActsController {
  async store(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(actForm)
    await new ActOnGuarantee().propose(
      Number(ctx.params.id),
      {
        kind: said.kind,
        amount: said.amount,
        expiresOn: said.expires_on,
        paperNo: said.paper_no,
        reason: said.reason,
      },
      makerOf(ctx)
    )
    return back(ctx, ctx.params.id)
  }

  async void(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(refusalForm)
    await voidGuarantee(Number(ctx.params.id), reason, makerOf(ctx))
    return back(ctx, ctx.params.id)
  }

  async approve(ctx: HttpContext) {
    const { id } = await new ActOnGuarantee().approve(Number(ctx.params.id), deciderOf(ctx))
    return back(ctx, id)
  }

  async refuse(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(refusalForm)
    const deciding = { ...deciderOf(ctx), reason }
    const { id } = await new ActOnGuarantee().refuse(Number(ctx.params.id), deciding)
    return back(ctx, id)
  }
}

function back({ response }: HttpContext, id: number) {
  return response.redirect().status(303).toPath(`/accounts/guarantees/${id}`)
}
