import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { doing, PaperSteps } from '#accounts/books/paper_steps'
import SignPeriodAccount, { type PeriodStep } from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import WithdrawPeriodAccount from '#accounts/books/withdraw_period_account'

const submitted = vine.create({ days_reason: vine.string().trim().maxLength(500).optional() })
const steps = new PaperSteps<PeriodStep>(
  '/accounts/period-accounts',
  new SignPeriodAccount(),
  new WithdrawPeriodAccount()
)

/** Steps of form 75: handed in, signed by the one it waits for, sent one step back, taken back. */
export default class PeriodAccountStepsController {
  async submit(ctx: HttpContext) {
    const { days_reason: daysReason } = await ctx.request.validateUsing(submitted)
    await new SubmitPeriodAccount().handle(Number(ctx.params.id), { daysReason, ...doing(ctx) })
    return steps.back(ctx)
  }

  control(ctx: HttpContext) {
    return steps.sign(ctx, 'controller')
  }

  approve(ctx: HttpContext) {
    return steps.sign(ctx, 'manager')
  }

  endorse(ctx: HttpContext) {
    return steps.sign(ctx, 'head')
  }

  controlBack(ctx: HttpContext) {
    return steps.sendBack(ctx, 'controller')
  }

  approveBack(ctx: HttpContext) {
    return steps.sendBack(ctx, 'manager')
  }

  endorseBack(ctx: HttpContext) {
    return steps.sendBack(ctx, 'head')
  }

  withdraw(ctx: HttpContext) {
    return steps.withdraw(ctx)
  }
}
