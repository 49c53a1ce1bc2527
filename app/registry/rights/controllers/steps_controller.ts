import type { HttpContext } from '@adonisjs/core/http'
import type { Day } from '#core/days'
import MoveRight from '#registry/rights/actions/move_right'
import { actOf, tellDone } from '#registry/rights/act_of'
import { decisionForm, stepForm } from '#registry/rights/validators'

interface Asked {
  step: 'activate' | 'holdover' | 'vacate' | 'withdraw' | 'suspend' | 'resume' | 'terminate'
  on?: Day
  reason?: string
}

/** Steps of a right after its draft: those of the officer (`store`) and those the head decides (`decide`). */
export default class StepsController {
  async store(ctx: HttpContext) {
    return this.#take(ctx, await ctx.request.validateUsing(stepForm))
  }

  async decide(ctx: HttpContext) {
    return this.#take(ctx, await ctx.request.validateUsing(decisionForm))
  }

  async #take(ctx: HttpContext, { step, on, reason = '' }: Asked) {
    const id = Number(ctx.params.id)
    const act = { ...actOf(ctx), on, reason }
    const move = new MoveRight()
    const steps = {
      activate: () => move.activate(id, act),
      holdover: () => move.holdOver(id, act),
      vacate: () => move.vacate(id, act),
      withdraw: () => move.terminate(id, act),
      suspend: () => move.suspend(id, act),
      resume: () => move.resume(id, act),
      terminate: () => move.terminate(id, act),
    }
    const done = await steps[step]()
    tellDone(
      ctx,
      ctx.i18n.t(`registry.rights.done.${step}`),
      'findings' in done ? done.findings : []
    )
    return ctx.response.redirect().toPath(`/registry/rights/${id}`)
  }
}
