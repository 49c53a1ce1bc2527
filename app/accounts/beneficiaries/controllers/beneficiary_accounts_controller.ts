import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { today } from '#core/days'
import { type DomainError } from '#core/domain_error'
import { IdentifierError } from '#core/identifiers'
import listPage from '#core/lists/list_page'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import { SameAccountError, UnknownBankError } from '#accounts/beneficiaries/errors'
import { accountsList } from '#accounts/beneficiaries/lists/accounts_list'
import { beneficiaryPorts } from '#accounts/beneficiaries/ports'
import { accountRequest } from '#accounts/beneficiaries/queries/account_request'
import { accountForm } from '#accounts/beneficiaries/validators'
import Beneficiary from '#accounts/models/beneficiary'
import BeneficiaryAccount from '#accounts/models/beneficiary_account'

/** Requests that a beneficiary be paid into an account. */
export default class BeneficiaryAccountsController {
  index(ctx: HttpContext) {
    return listPage(ctx, accountsList, 'pages/core/list', {
      title: 'accounts.beneficiaries.requests',
      subtitle: 'accounts.beneficiaries.requests_text',
      nav: 'beneficiary_accounts',
    })
  }

  async create({ auth, params, view }: HttpContext) {
    const beneficiary = await Beneficiary.visibleTo(auth.getUserOrFail())
      .where('beneficiaries.id', params.id)
      .firstOrFail()
    const accounts = await beneficiary.related('accounts').query().where('status', 'approved')
    return view.render('pages/accounts/beneficiaries/account_create', {
      beneficiary,
      holding: accounts.find((account) => account.standing(today()) === 'holding'),
      frozen: await beneficiaryPorts.frozenPaymentsOf(beneficiary.id),
    })
  }

  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const { iban, bank_name: bankName, reason } = await request.validateUsing(accountForm)
    try {
      const account = await new ProposeAccount().handle(
        { beneficiaryId: Number(params.id), iban, bankName, reason },
        { by: { ...user.asActor(request.id()), id: user.id } }
      )
      session.flash('success', i18n.t('accounts.beneficiaries.proposed'))
      return response.redirect().status(303).toPath(`/accounts/beneficiary-accounts/${account.id}`)
    } catch (error) {
      const field = fieldOf(error)
      if (!field) throw error
      const message = (error as DomainError).adviceFor(i18n.locale)
      throw new errors.E_VALIDATION_ERROR([{ field, rule: 'account', message }])
    }
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const account = await BeneficiaryAccount.visibleTo(user)
      .where('beneficiary_accounts.id', params.id)
      .preload('beneficiary')
      .firstOrFail()
    return view.render(
      'pages/accounts/beneficiaries/account_show',
      await accountRequest(account, user)
    )
  }
}

function fieldOf(error: unknown): string | null {
  if (error instanceof UnknownBankError) return 'bank_name'
  return error instanceof IdentifierError || error instanceof SameAccountError ? 'iban' : null
}
