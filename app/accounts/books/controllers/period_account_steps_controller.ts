import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import PreparePeriodAccount from '#accounts/books/period_account'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import WithdrawPeriodAccount from '#accounts/books/withdraw_period_account'

const returning = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** Steps of form 75: handed in, signed by the one it waits for, sent one step back, taken back. A signature's route
 * names its permission, so the right to sign one step gives no other. */
export default class PeriodAccountStepsController {
  async submit(ctx: HttpContext) {
    await new PreparePeriodAccount().submit(Number(ctx.params.id), doing(ctx))
    return back(ctx)
  }

  control(ctx: HttpContext) {
    return sign(ctx, 'controller')
  }

  approve(ctx: HttpContext) {
    return sign(ctx, 'manager')
  }

  endorse(ctx: HttpContext) {
    return sign(ctx, 'head')
  }

  controlBack(ctx: HttpContext) {
    return sendBack(ctx, 'controller')
  }

  approveBack(ctx: HttpContext) {
    return sendBack(ctx, 'manager')
  }

  endorseBack(ctx: HttpContext) {
    return sendBack(ctx, 'head')
  }

  /** Taken back after it was signed. */
  async withdraw(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(returning)
    await new WithdrawPeriodAccount().handle(Number(ctx.params.id), { reason, ...doing(ctx) })
    return back(ctx)
  }
}

type Step = 'controller' | 'manager' | 'head'

async function sign(ctx: HttpContext, step: Step) {
  await new SignPeriodAccount().sign(Number(ctx.params.id), { step, ...doing(ctx) })
  return back(ctx)
}

async function sendBack(ctx: HttpContext, step: Step) {
  const { reason } = await ctx.request.validateUsing(returning)
  await new SignPeriodAccount().sendBack(Number(ctx.params.id), { step, reason, ...doing(ctx) })
  return back(ctx)
}

const doing = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/accounts/period-accounts/${params.id}`)
}
