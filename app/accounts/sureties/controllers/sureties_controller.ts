import type { HttpContext } from '@adonisjs/core/http'
import { addDays, today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { makerOf } from '#accounts/hands'
import { historyOf } from '#accounts/holdings/history'
import Surety from '#accounts/models/surety'
import { suretiesList } from '#accounts/sureties/lists/sureties_list'
import { recordSurety } from '#accounts/sureties/record_surety'
import { releaseSurety } from '#accounts/sureties/release_surety'
import { releaseForm, suretyForm, SURETY_JOBS } from '#accounts/sureties/validators'

const MANAGE = 'accounts.safes.manage'

/** ضمانات أرباب العهد: the list, one with those before and after it, a new one and a renewal. */
export default class SuretiesController {
  index(ctx: HttpContext) {
    return listPage(ctx, suretiesList, 'pages/accounts/sureties/index', { nav: 'sureties' })
  }

  create(ctx: HttpContext) {
    return this.#form(ctx, null)
  }

  /** The form of the next one: from the day the old one no longer holds. */
  async renew(ctx: HttpContext) {
    const { auth, params } = ctx
    const old = await Surety.visibleTo(auth.getUserOrFail())
      .where('sureties.id', params.id)
      .firstOrFail()
    return this.#form(ctx, old)
  }

  async store(ctx: HttpContext) {
    const { request, response, session, i18n } = ctx
    const said = await request.validateUsing(suretyForm)
    const surety = await recordSurety(
      {
        unitId: said.unit_id,
        job: said.job,
        holderNo: said.holder_no,
        holderName: said.holder_name,
        guarantorName: said.guarantor_name,
        policyNo: said.policy_no,
        amount: said.amount,
        validFrom: said.valid_from,
        validTo: addDays(said.valid_until, 1),
      },
      makerOf(ctx)
    )
    session.flash('success', i18n.t('accounts.sureties.recorded', { name: surety.holderName }))
    return response.redirect().status(303).toPath(`/accounts/sureties/${surety.id}`)
  }

  async release(ctx: HttpContext) {
    const { paper } = await ctx.request.validateUsing(releaseForm)
    const { by, on } = makerOf(ctx)
    const { id } = await releaseSurety(Number(ctx.params.id), { paper, on }, { by })
    return ctx.response.redirect().status(303).toPath(`/accounts/sureties/${id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const surety = await Surety.visibleTo(user).where('sureties.id', params.id).firstOrFail()
    const { id, unitId, job, holderNo } = surety
    const all = await Surety.visibleTo(user).where({ unitId, job, holderNo }).orderBy('valid_from')
    return view.render('pages/accounts/sureties/show', {
      surety,
      all,
      history: await historyOf({ type: 'surety', id }, user, 'accounts.safes.read'),
      mayRenew: user.can(MANAGE, unitId) && all.at(-1)?.id === id && !surety.releasedOn,
    })
  }

  async #form(ctx: HttpContext, old: Surety | null) {
    return ctx.view.render('pages/accounts/sureties/create', {
      unit: await unitChoice(ctx, MANAGE),
      jobs: SURETY_JOBS,
      old,
      from: old?.validTo ?? today(),
    })
  }
}
