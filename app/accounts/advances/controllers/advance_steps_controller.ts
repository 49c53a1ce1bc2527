import type { HttpContext } from '@adonisjs/core/http'
import AdvanceLife from '#accounts/advances/advance_life'
import DecideSettlement from '#accounts/advances/decide_settlement'
import SettleAdvance from '#accounts/advances/settle_advance'
import { reasonForm, settlementForm } from '#accounts/advances/validators'
import { deciderOf, makerOf } from '#accounts/hands'
import AdvanceSettlement from '#accounts/models/advance_settlement'

/** Steps in the life of an advance and of the parts in which it is accounted for. */
export default class AdvanceStepsController {
  async approve(ctx: HttpContext) {
    await new AdvanceLife().approve(Number(ctx.params.id), deciderOf(ctx))
    return back(ctx)
  }

  async refuse(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    await new AdvanceLife().refuse(Number(ctx.params.id), { ...deciderOf(ctx), reason })
    return back(ctx)
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    await new AdvanceLife().cancel(Number(ctx.params.id), { ...makerOf(ctx), reason })
    return back(ctx)
  }

  async settle(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(settlementForm)
    await new SettleAdvance().submit(
      Number(ctx.params.id),
      {
        kind: said.kind,
        amount: said.amount,
        paperNo: said.paper_no,
        lineId: said.line_id,
        accountCode: said.account_code,
      },
      makerOf(ctx)
    )
    return back(ctx)
  }

  async approvePart(ctx: HttpContext) {
    const { id } = await new DecideSettlement().approve(Number(ctx.params.id), deciderOf(ctx))
    return back(ctx, id)
  }

  async refusePart(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    const { advanceId } = await AdvanceSettlement.findOrFail(ctx.params.id)
    await new DecideSettlement().refuse(Number(ctx.params.id), { ...deciderOf(ctx), reason })
    return back(ctx, advanceId)
  }
}

function back({ params, response }: HttpContext, id: number = params.id) {
  return response.redirect().status(303).toPath(`/accounts/advances/${id}`)
}
