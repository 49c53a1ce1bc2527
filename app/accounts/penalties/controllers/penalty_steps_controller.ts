import type { HttpContext } from '@adonisjs/core/http'
import { deciderOf, makerOf } from '#accounts/hands'
import PenaltyAppeal from '#accounts/models/penalty_appeal'
import Appeal, { type Verdict } from '#accounts/penalties/appeal'
import PenaltyLife, { type Execution } from '#accounts/penalties/penalty_life'
import { appealForm, executionForm, reasonForm, verdictForm } from '#accounts/penalties/validators'

/** Steps of a penalty: decided, taken, appealed against. */
export default class PenaltyStepsController {
  async approve(ctx: HttpContext) {
    await new PenaltyLife().approve(Number(ctx.params.id), deciderOf(ctx))
    return back(ctx)
  }

  async refuse(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    await new PenaltyLife().refuse(Number(ctx.params.id), { ...deciderOf(ctx), reason })
    return back(ctx)
  }

  async execute(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(executionForm)
    const execution: Execution =
      said.via === 'guarantee'
        ? { via: 'guarantee', actId: said.act_id! }
        : said.via === 'invoice'
          ? { via: 'invoice', formNo: said.paper_no! }
          : { via: 'cash', paperNo: said.paper_no! }
    await new PenaltyLife().execute(Number(ctx.params.id), execution, makerOf(ctx))
    return back(ctx)
  }

  async appeal(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(appealForm)
    const input = { venue: said.venue, fileNo: said.file_no }
    await new Appeal().file(Number(ctx.params.id), input, makerOf(ctx))
    return back(ctx)
  }

  async decideAppeal(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(verdictForm)
    const { penaltyId } = await PenaltyAppeal.findOrFail(ctx.params.id)
    const verdict: Verdict =
      said.outcome === 'reduced'
        ? { outcome: 'reduced', amount: said.amount! }
        : { outcome: said.outcome }
    await new Appeal().decide(Number(ctx.params.id), verdict, {
      ...deciderOf(ctx),
      decisionNo: said.decision_no,
    })
    return back(ctx, penaltyId)
  }
}

function back({ params, response }: HttpContext, id: number = params.id) {
  return response.redirect().status(303).toPath(`/accounts/penalties/${id}`)
}
