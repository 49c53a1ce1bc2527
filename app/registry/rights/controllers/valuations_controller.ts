import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import Asset from '#registry/models/asset'
import Valuation from '#registry/models/valuation'
import { actOf } from '#registry/rights/act_of'
import { valuationsList } from '#registry/rights/lists/valuations_list'
import { BASES, METHODS } from '#registry/rights/valuations/kinds'
import DecideValuation from '#registry/rights/valuations/decide_valuation'
import ProposeValuation from '#registry/rights/valuations/propose_valuation'
import { valuationForm, valuationRefusal } from '#registry/rights/valuations/validators'

/** Valuations: their list, one of them, a new one, and the second person's decision. */
export default class ValuationsController {
  index(ctx: HttpContext) {
    return listPage(ctx, valuationsList, 'pages/registry/valuations/index')
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const valuation = await Valuation.visibleTo(user)
      .where('valuations.id', params.id)
      .preload('asset')
      .firstOrFail()
    const decides = user.can('registry.valuations.approve', valuation.unitId)
    const own = [valuation.madeBy, valuation.valuerId].includes(user.id)
    const open = valuation.status === 'draft'
    return view.render('pages/registry/valuations/show', {
      valuation,
      decides: open && decides && !own,
      withdraws: open && user.can('registry.valuations.manage', valuation.unitId),
    })
  }

  async create({ auth, request, view }: HttpContext) {
    const { asset: id } = request.qs()
    const asset = id
      ? await Asset.visibleTo(auth.getUserOrFail()).where('assets.id', id).firstOrFail()
      : null
    return view.render('pages/registry/valuations/create', {
      asset,
      bases: BASES,
      methods: METHODS,
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session, i18n } = ctx
    const typed = await request.validateUsing(valuationForm)
    const asset = await Asset.visibleTo(auth.getUserOrFail())
      .where('assets.code', typed.asset_code)
      .firstOrFail()
    const valuation = await new ProposeValuation().handle(
      {
        assetId: asset.id,
        basis: typed.basis,
        amount: typed.amount,
        valuedOn: typed.valued_on,
        validUntil: typed.valid_until,
        method: typed.method,
        comparables: typed.comparables,
        committee: typed.committee,
        decisionNo: typed.decision_no,
        decisionOn: typed.decision_on,
        notes: typed.notes,
      },
      actOf(ctx)
    )
    session.flash('success', i18n.t('registry.valuations.drafted'))
    return response.redirect().toPath(`/registry/valuations/${valuation.id}`)
  }

  async approve({ auth, params, request, response, session, i18n }: HttpContext) {
    const act = { by: auth.getUserOrFail(), requestId: request.id() }
    await new DecideValuation().approve(Number(params.id), act)
    session.flash('success', i18n.t('registry.valuations.approved'))
    return response.redirect().toPath(`/registry/valuations/${params.id}`)
  }

  async refuse({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(valuationRefusal)
    const act = { by: auth.getUserOrFail(), requestId: request.id(), reason }
    await new DecideValuation().refuse(Number(params.id), act)
    session.flash('success', i18n.t('registry.valuations.refused'))
    return response.redirect().toPath(`/registry/valuations/${params.id}`)
  }

  async destroy(ctx: HttpContext) {
    await new DecideValuation().withdraw(Number(ctx.params.id), actOf(ctx))
    ctx.session.flash('success', ctx.i18n.t('registry.valuations.withdrawn'))
    return ctx.response.redirect().toPath(`/registry/valuations/${ctx.params.id}`)
  }
}
