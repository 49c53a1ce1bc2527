import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { within } from '#core/within'
import Asset from '#registry/models/asset'
import Disposal from '#registry/models/disposal'
import { actOf } from '#registry/rights/act_of'
import AwardDisposal from '#registry/rights/disposals/award_disposal'
import CollectPrice from '#registry/rights/disposals/collect_price'
import PrepareDisposal from '#registry/rights/disposals/prepare_disposal'
import { takeDecision, takeStep } from '#registry/rights/disposals/take_step'
import {
  bidForm,
  disposalDecisionForm,
  disposalForm,
  disposalStepForm,
  paymentForm,
} from '#registry/rights/disposals/validators'
import { disposalsList } from '#registry/rights/lists/disposals_list'
import { partyIdOf } from '#registry/rights/parties_of'
import {
  disposalFindings,
  disposalPage,
  disposalSteps,
} from '#registry/rights/queries/disposal_page'
import { basisId, partiesOffered } from '#registry/rights/queries/right_form'

/** Disposals and allocations: the list, one with its way and next steps, and a new one. */
export default class DisposalsController {
  index(ctx: HttpContext) {
    return listPage(ctx, disposalsList, 'pages/registry/disposals/index')
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const disposal = await Disposal.visibleTo(user)
      .where('disposals.id', params.id)
      .preload('asset')
      .preload('awardedParty')
      .preload('valuation')
      .firstOrFail()
    const page = await disposalPage(disposal)
    return view.render('pages/registry/disposals/show', {
      disposal,
      ...page,
      findings: await disposalFindings(disposal),
      steps: disposalSteps(disposal, user, page.instalments.length > 0 && !page.next),
      parties: await partiesOffered(disposal.unitId),
      day0: today(),
    })
  }

  async create({ auth, request, view }: HttpContext) {
    const { asset: id } = request.qs()
    const asset = id
      ? await Asset.visibleTo(auth.getUserOrFail()).where('assets.id', id).firstOrFail()
      : null
    return view.render('pages/registry/disposals/create', { asset })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session, i18n } = ctx
    const typed = await request.validateUsing(disposalForm)
    const asset = await Asset.visibleTo(auth.getUserOrFail())
      .where('assets.code', typed.asset_code)
      .firstOrFail()
    const disposal = await new PrepareDisposal().propose(
      {
        assetId: asset.id,
        kind: typed.kind,
        way: typed.way,
        purpose: typed.purpose,
        directBasisId: await basisId(asset.unitId, typed.basis_no),
        undedicationId: await basisId(asset.unitId, typed.undedication_no),
      },
      actOf(ctx)
    )
    session.flash('success', i18n.t('registry.disposals.proposed', { no: disposal.label }))
    return response.redirect().toPath(`/registry/disposals/${disposal.id}`)
  }

  async step(ctx: HttpContext) {
    const typed = await ctx.request.validateUsing(disposalStepForm)
    await takeStep(Number(ctx.params.id), typed, actOf(ctx))
    return this.#done(ctx, typed.step)
  }

  async decide(ctx: HttpContext) {
    const typed = await ctx.request.validateUsing(disposalDecisionForm)
    const who = { by: ctx.auth.getUserOrFail(), requestId: ctx.request.id() }
    await takeDecision(Number(ctx.params.id), typed, who)
    return this.#done(ctx, typed.step)
  }

  async bid(ctx: HttpContext) {
    const typed = await ctx.request.validateUsing(bidForm)
    const disposal = await Disposal.findOrFail(ctx.params.id)
    await within(null, async (trx) => {
      const partyId = await partyIdOf(disposal.unitId, typed.party_no, trx)
      const { amount, deposit, opened_on: openedOn, note } = typed
      const bid = { partyId, amount, deposit, openedOn, note, isAccepted: !typed.set_aside }
      await new AwardDisposal().bid(disposal.id, bid, { ...actOf(ctx), trx })
    })
    return this.#done(ctx, 'bid')
  }

  async pay(ctx: HttpContext) {
    const typed = await ctx.request.validateUsing(paymentForm)
    await new CollectPrice().pay(Number(ctx.params.id), typed, actOf(ctx))
    return this.#done(ctx, 'pay')
  }

  #done({ session, i18n, response, params }: HttpContext, step: string) {
    session.flash('success', i18n.t(`registry.disposals.done.${step}`))
    return response.redirect().toPath(`/registry/disposals/${params.id}`)
  }
}
