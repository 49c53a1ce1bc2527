import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { DailyStep } from '#accounts/books/daily/daily_steps'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import WithdrawDaily from '#accounts/books/daily/withdraw_daily'
import DailyReckoning from '#accounts/models/daily_reckoning'

const returning = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })
const explained = vine.create({ explanation: vine.string().trim().maxLength(500).optional() })

/** Steps of form 69: made anew, signed by the one it waits for, sent one step back, taken back. */
export default class DailyReckoningStepsController {
  async anew(ctx: HttpContext) {
    const { explanation } = await ctx.request.validateUsing(explained)
    const { unitId, day } = await DailyReckoning.findOrFail(ctx.params.id)
    await new PrepareDaily().handle({ unitId, day, explanation }, doing(ctx))
    return back(ctx)
  }

  cashier(ctx: HttpContext) {
    return sign(ctx, 'cashier')
  }

  accountant(ctx: HttpContext) {
    return sign(ctx, 'accountant')
  }

  head(ctx: HttpContext) {
    return sign(ctx, 'head')
  }

  accountantBack(ctx: HttpContext) {
    return sendBack(ctx, 'accountant')
  }

  headBack(ctx: HttpContext) {
    return sendBack(ctx, 'head')
  }

  async withdraw(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(returning)
    await new WithdrawDaily().handle(Number(ctx.params.id), { reason, ...doing(ctx) })
    return back(ctx)
  }
}

async function sign(ctx: HttpContext, step: DailyStep) {
  await new SignDaily().sign(Number(ctx.params.id), { step, ...doing(ctx) })
  return back(ctx)
}

async function sendBack(ctx: HttpContext, step: Exclude<DailyStep, 'cashier'>) {
  const { reason } = await ctx.request.validateUsing(returning)
  await new SignDaily().sendBack(Number(ctx.params.id), { step, reason, ...doing(ctx) })
  return back(ctx)
}

const doing = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/accounts/daily-reckonings/${params.id}`)
}
