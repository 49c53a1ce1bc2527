import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { today } from '#core/days'
import type { Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import ChangeBeneficiary from '#accounts/beneficiaries/change_beneficiary'
import { BeneficiaryKnownError } from '#accounts/beneficiaries/errors'
import { beneficiariesList } from '#accounts/beneficiaries/lists/beneficiaries_list'
import { beneficiaryCard } from '#accounts/beneficiaries/queries/card'
import { checkedClaim } from '#accounts/beneficiaries/queries/checked_claim'
import RecordBeneficiary from '#accounts/beneficiaries/record_beneficiary'
import { beneficiaryForm, changeForm } from '#accounts/beneficiaries/validators'
import Beneficiary from '#accounts/models/beneficiary'

/** Who is paid: the list, the card with accounts, papers and history, and a new one. */
export default class BeneficiariesController {
  index(ctx: HttpContext) {
    return listPage(ctx, beneficiariesList, 'pages/accounts/beneficiaries/index', {})
  }

  async create(ctx: HttpContext) {
    const unit = await unitChoice(ctx, 'accounts.beneficiaries.manage')
    return ctx.view.render('pages/accounts/beneficiaries/create', { unit })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const typed = await request.validateUsing(beneficiaryForm)
    const { unit_id: unitId, kind, name, phone, address, ...rest } = typed
    try {
      const { id, beneficiaryNo } = await new RecordBeneficiary().handle(
        {
          ...{ unitId, kind, name, phone, address },
          beneficiaryNo: rest.beneficiary_no,
          taxCardUntil: rest.tax_card_until,
          registerUntil: rest.register_until,
          numbers: {
            national_id: rest.national_id,
            tax_no: rest.tax_no,
            commercial_register: rest.commercial_register,
          },
        },
        { by: auth.getUserOrFail().asActor(request.id()) }
      )
      session.flash(
        'success',
        i18n.t('accounts.beneficiaries.recorded', { no: beneficiaryNo, name })
      )
      return response.redirect().status(303).toPath(`/accounts/beneficiaries/${id}`)
    } catch (error) {
      if (!(error instanceof BeneficiaryKnownError)) throw error
      const message = error.adviceFor(i18n.locale)
      throw new errors.E_VALIDATION_ERROR([{ field: error.field, rule: 'known', message }])
    }
  }

  async show(ctx: HttpContext) {
    const { auth, params, view, i18n } = ctx
    const user = auth.getUserOrFail()
    const beneficiary = await Beneficiary.visibleTo(user)
      .where('beneficiaries.id', params.id)
      .preload('unit')
      .firstOrFail()
    return view.render('pages/accounts/beneficiaries/show', {
      beneficiary,
      today: today(),
      ...(await beneficiaryCard(beneficiary, user, i18n.locale as Locale)),
      check: await checkedClaim(ctx, beneficiary),
      mayManage: user.can('accounts.beneficiaries.manage', beneficiary.unitId),
    })
  }

  async update({ auth, params, request, response, session, i18n }: HttpContext) {
    const typed = await request.validateUsing(changeForm)
    await new ChangeBeneficiary().handle(
      Number(params.id),
      {
        taxCardUntil: typed.tax_card_until,
        registerUntil: typed.register_until,
        phone: typed.phone,
        address: typed.address,
        stopReason: typed.open ? null : typed.stop_reason,
      },
      { by: auth.getUserOrFail().asActor(request.id()) }
    )
    session.flash('success', i18n.t('accounts.beneficiaries.changed'))
    return response.redirect().status(303).toPath(`/accounts/beneficiaries/${params.id}`)
  }
}
