import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { DailyStep } from '#accounts/books/daily/daily_steps'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import WithdrawDaily from '#accounts/books/daily/withdraw_daily'
import { doing, PaperSteps } from '#accounts/books/paper_steps'
import DailyReckoning from '#accounts/models/daily_reckoning'

const explained = vine.create({ explanation: vine.string().trim().maxLength(500).optional() })
const steps = new PaperSteps<DailyStep, Exclude<DailyStep, 'cashier'>>(
  '/accounts/daily-reckonings',
  new SignDaily(),
  new WithdrawDaily()
)

/** Steps of form 69: made anew, signed by the one it waits for, sent one step back, taken back. */
export default class DailyReckoningStepsController {
  async anew(ctx: HttpContext) {
    const { explanation } = await ctx.request.validateUsing(explained)
    const { unitId, day } = await DailyReckoning.findOrFail(ctx.params.id)
    await new PrepareDaily().handle({ unitId, day, explanation }, doing(ctx))
    return steps.back(ctx)
  }

  cashier(ctx: HttpContext) {
    return steps.sign(ctx, 'cashier')
  }

  accountant(ctx: HttpContext) {
    return steps.sign(ctx, 'accountant')
  }

  head(ctx: HttpContext) {
    return steps.sign(ctx, 'head')
  }

  accountantBack(ctx: HttpContext) {
    return steps.sendBack(ctx, 'accountant')
  }

  headBack(ctx: HttpContext) {
    return steps.sendBack(ctx, 'head')
  }

  withdraw(ctx: HttpContext) {
    return steps.withdraw(ctx)
  }
}
