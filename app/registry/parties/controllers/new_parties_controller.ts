import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { unitChoice } from '#core/lists/unit_choice'
import Asset from '#registry/models/asset'
import { PartyKnownError } from '#registry/parties/errors'
import RecordParty from '#registry/parties/record_party'
import { partyForm } from '#registry/parties/validators'

/** A new party, from the list of parties or on the way to his lease. */
export default class NewPartiesController {
  async create(ctx: HttpContext) {
    const { auth, request, view } = ctx
    const asked = request.qs().asset
    const asset = asked
      ? await Asset.visibleTo(auth.getUserOrFail()).where('assets.id', asked).firstOrFail()
      : null
    return view.render('pages/registry/parties/create', {
      unit: await unitChoice(ctx, 'registry.parties.manage'),
      asset,
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const typed = await request.validateUsing(partyForm)
    try {
      const { id, partyNo } = await new RecordParty().handle(
        {
          ...{ unitId: typed.unit_id, kind: typed.kind, name: typed.name },
          ...{ partyNo: typed.party_no, phone: typed.phone, address: typed.address },
          numbers: {
            national_id: typed.national_id,
            tax_no: typed.tax_no,
            commercial_register: typed.commercial_register,
          },
        },
        { by: auth.getUserOrFail().asActor(request.id()) }
      )
      session.flash(
        'success',
        i18n.t('registry.parties.recorded', { no: partyNo, name: typed.name })
      )
      const right = `/registry/rights/create?asset=${typed.asset}&party=${encodeURIComponent(partyNo)}`
      return response
        .redirect()
        .status(303)
        .toPath(typed.asset ? right : `/papers/parties/${id}`)
    } catch (error) {
      if (!(error instanceof PartyKnownError)) throw error
      const { field } = error
      throw new errors.E_VALIDATION_ERROR([
        { field, rule: 'known', message: error.adviceFor(i18n.locale) },
      ])
    }
  }
}
