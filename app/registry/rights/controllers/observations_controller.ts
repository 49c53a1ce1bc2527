import type { HttpContext } from '@adonisjs/core/http'
import { sentence } from '#core/domain_error'
import Asset from '#registry/models/asset'
import { actOf } from '#registry/rights/act_of'
import { NotNowError } from '#registry/rights/errors'
import { USES } from '#registry/rights/valuations/kinds'
import ObserveAsset from '#registry/rights/valuations/observe_asset'
import { observationForm } from '#registry/rights/valuations/validators'

/** What somebody saw of an asset: its condition, the cost of mending it, and how far it is used. */
export default class ObservationsController {
  async create({ auth, params, view }: HttpContext) {
    const asset = await Asset.visibleTo(auth.getUserOrFail())
      .where('assets.id', params.id)
      .firstOrFail()
    return view.render('pages/registry/valuations/observe', { asset, uses: USES })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response, session, i18n } = ctx
    const typed = await request.validateUsing(observationForm)
    if (!typed.score && !typed.use) {
      throw new NotNowError(
        sentence('اذكر حالة الأصل أو استغلاله.', 'State its condition or its use.')
      )
    }
    const user = auth.getUserOrFail()
    await new ObserveAsset().handle(
      {
        assetId: Number(params.id),
        seenOn: typed.seen_on,
        condition: typed.score
          ? {
              score: typed.score,
              defects: typed.defects,
              repairCost: typed.repair_cost,
              inspector: typed.inspector ?? user.fullName,
            }
          : null,
        utilisation: typed.use ? { state: typed.use, note: typed.note } : null,
      },
      actOf(ctx)
    )
    session.flash('success', i18n.t('registry.valuations.observed'))
    return response.redirect().toPath(`/registry/assets/${params.id}`)
  }
}
