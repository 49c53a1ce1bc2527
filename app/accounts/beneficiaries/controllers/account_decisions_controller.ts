import type { HttpContext } from '@adonisjs/core/http'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import { reasonForm } from '#accounts/beneficiaries/validators'
import type BeneficiaryAccount from '#accounts/models/beneficiary_account'

const decide = new DecideAccount()

/** The second person's word on an account, a stop while it cools, and its maker's taking back. */
export default class AccountDecisionsController {
  async store(ctx: HttpContext) {
    const { params } = ctx
    return done(ctx, 'approved', await decide.approve(Number(params.id), who(ctx)))
  }

  async destroy(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    const id = Number(ctx.params.id)
    return done(ctx, 'refused', await decide.refuse(id, { ...who(ctx), reason }))
  }

  async stop(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    const id = Number(ctx.params.id)
    return done(ctx, 'stopped', await decide.stop(id, { ...who(ctx), reason }))
  }

  async withdraw(ctx: HttpContext) {
    const by = ctx.auth.getUserOrFail().asActor(ctx.request.id())
    return done(ctx, 'withdrawn', await decide.withdraw(Number(ctx.params.id), { by }))
  }
}

function who({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail(), requestId: request.id() }
}

function done({ session, response, i18n }: HttpContext, word: string, { id }: BeneficiaryAccount) {
  session.flash('success', i18n.t(`accounts.beneficiaries.done.${word}`))
  return response.redirect().status(303).toPath(`/accounts/beneficiary-accounts/${id}`)
}
