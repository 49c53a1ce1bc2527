import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import listPage from '#core/lists/list_page'
import { within } from '#core/within'
import Asset from '#registry/models/asset'
import EndOccupancy from '#registry/rights/actions/end_occupancy'
import RecordOccupancy from '#registry/rights/actions/record_occupancy'
import { actOf, tellDone } from '#registry/rights/act_of'
import { occupanciesList } from '#registry/rights/lists/occupancies_list'
import { partyIdOf } from '#registry/rights/parties_of'
import { partiesOffered } from '#registry/rights/queries/right_form'
import { occupancyEndForm, occupancyForm } from '#registry/rights/validators'

/** Who is where: occupancies as somebody saw them. */
export default class OccupanciesController {
  index(ctx: HttpContext) {
    const list = occupanciesList(ctx.auth.getUserOrFail().holds('registry.rights.manage'))
    return listPage(ctx, list, 'pages/registry/rights/occupancies')
  }

  async create({ auth, request, view }: HttpContext) {
    const { asset: id } = request.qs()
    const asset = id
      ? await Asset.visibleTo(auth.getUserOrFail()).where('assets.id', id).firstOrFail()
      : null
    return view.render('pages/registry/rights/occupy', {
      asset,
      parties: asset ? await partiesOffered(asset.unitId) : [],
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, i18n } = ctx
    const typed = await request.validateUsing(occupancyForm)
    const asset = await Asset.visibleTo(auth.getUserOrFail())
      .where('assets.code', typed.asset_code)
      .firstOrFail()
    const { findings } = await within(null, async (trx) => {
      await Asset.query({ client: trx }).where('id', asset.id).forUpdate().firstOrFail()
      return new RecordOccupancy().handle(
        {
          assetId: asset.id,
          slotNo: typed.slot_no,
          partyId: typed.party_no ? await partyIdOf(asset.unitId, typed.party_no, trx) : null,
          occupantName: typed.occupant_name,
          activity: typed.activity,
          from: typed.from,
          source: typed.source,
          evidence: typed.evidence,
        },
        { ...actOf(ctx), trx }
      )
    })
    tellDone(ctx, i18n.t('registry.rights.occupancy.recorded'), findings)
    return response.redirect().toPath('/registry/occupancies')
  }

  async edit({ params, view }: HttpContext) {
    const occupancy = await db
      .from('occupancies')
      .join('assets', 'assets.id', 'occupancies.asset_id')
      .where('occupancies.id', params.id)
      .select('occupancies.*', 'assets.code', 'assets.name')
      .firstOrFail()
    return view.render('pages/registry/rights/leave', { occupancy })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session, i18n } = ctx
    const { on, reason } = await request.validateUsing(occupancyEndForm)
    await new EndOccupancy().handle(Number(params.id), { on, reason, ...actOf(ctx) })
    session.flash('success', i18n.t('registry.rights.occupancy.ended'))
    return response.redirect().toPath('/registry/occupancies')
  }
}
