import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { documentsOf } from '#registry/documents/queries'
import { STATE_TONES } from '#registry/rights/lists/parts'
import Asset from '#registry/models/asset'
import Right from '#registry/models/right'
import DraftRight from '#registry/rights/actions/draft_right'
import { BILLINGS, KINDS } from '#registry/rights/kinds'
import { partiesOffered, rightFields, rightInput } from '#registry/rights/queries/right_form'
import { findingsOf, rightPage, stepsFor } from '#registry/rights/queries/right_page'
import { rightForm } from '#registry/rights/validators'
import { actOf } from '#registry/rights/act_of'

/** A right: its page, and its draft. */
export default class RightsController {
  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const right = await Right.visibleTo(user)
      .where('rights.id', params.id)
      .preload('asset')
      .preload('party')
      .preload('unit')
      .firstOrFail()
    return view.render('pages/registry/rights/show', {
      right,
      steps: stepsFor(right, user),
      findings: await findingsOf(right),
      documents: await documentsOf(
        { type: 'right', id: right.id },
        { restricted: user.can('registry.restricted.read', right.unitId) }
      ),
      ...(await rightPage(right)),
      tones: STATE_TONES,
      day0: today(),
    })
  }

  async create({ auth, request, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const { asset: id, kind, party } = request.qs()
    const asset = id ? await Asset.visibleTo(user).where('assets.id', id).firstOrFail() : null
    return view.render('pages/registry/rights/create', {
      asset,
      right: null,
      fields: { kind: kind ?? 'licence', billing: 'monthly', party_no: party },
      kinds: KINDS,
      billings: BILLINGS,
      parties: asset ? await partiesOffered(asset.unitId) : [],
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session, i18n } = ctx
    const typed = await request.validateUsing(rightForm)
    const asset = await Asset.visibleTo(auth.getUserOrFail())
      .where('assets.code', typed.asset_code)
      .firstOrFail()
    const right = await new DraftRight().create(await rightInput(typed, asset), actOf(ctx))
    session.flash('success', i18n.t('registry.rights.drafted', { no: right.rightNo }))
    return response.redirect().toPath(`/registry/rights/${right.id}`)
  }

  async edit({ params, view }: HttpContext) {
    const right = await Right.query().where('id', params.id).preload('asset').firstOrFail()
    return view.render('pages/registry/rights/create', {
      asset: right.asset,
      right,
      fields: await rightFields(right),
      kinds: KINDS,
      billings: BILLINGS,
      parties: await partiesOffered(right.unitId),
    })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session, i18n } = ctx
    const typed = await request.validateUsing(rightForm)
    const right = await Right.findOrFail(params.id)
    const asset = { id: right.assetId, unitId: right.unitId }
    await new DraftRight().change(right.id, await rightInput(typed, asset), actOf(ctx))
    session.flash('success', i18n.t('registry.rights.changed', { no: right.rightNo }))
    return response.redirect().toPath(`/registry/rights/${right.id}`)
  }
}
