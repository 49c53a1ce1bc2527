import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { arabicText, fiscalDate } from '#core/validators'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { bankAccountsList } from '#accounts/bank_accounts/accounts_list'

const MANAGE = 'accounts.bank.manage'
const form = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  account_no: vine
    .string()
    .trim()
    .regex(/^[0-9A-Za-z ./_-]{6,40}$/),
  name_ar: arabicText({ min: 3, max: 150 }),
  bank_name: vine.string().trim().minLength(3).maxLength(120),
  purpose: vine.enum(['revenue', 'expenditure']),
  fund: vine.number().positive().withoutDecimals().optional(),
  ledger_account: vine
    .string()
    .trim()
    .regex(/^[0-9A-Za-z.-]{1,20}$/),
  opened_on: fiscalDate({ notAfterToday: true }),
})

/** The bank accounts of units: of the state budget, or of one special fund. */
export default class BankAccountsController {
  index(ctx: HttpContext) {
    return listPage(ctx, bankAccountsList, 'pages/accounts/bank_accounts/index')
  }

  async create(ctx: HttpContext) {
    const name = ctx.i18n.locale === 'en' ? 'name_en' : 'name_ar'
    const label = db.raw(`CONCAT(code, ' ', ${name}) AS label`)
    return ctx.view.render('pages/accounts/bank_accounts/create', {
      unit: await unitChoice(ctx, MANAGE),
      funds: await db
        .from('budget_codes')
        .where({ axis: 'fund', is_postable: 1 })
        .whereNot('code', '00')
        .whereNull('valid_to')
        .orderBy('code')
        .select('id as value', label),
      accounts: await db
        .from('ledger_accounts')
        .where({ class: 'asset', is_postable: 1 })
        .orderBy('code')
        .select('code as value', label),
      today: today(),
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const said = await request.validateUsing(form)
    await openBankAccount(
      {
        ...{ unitId: said.unit_id, accountNo: said.account_no, nameAr: said.name_ar },
        ...{ bankName: said.bank_name, purpose: said.purpose, openedOn: said.opened_on },
        ledgerAccount: said.ledger_account,
        fundId: said.fund ?? null,
      },
      { by: auth.getUserOrFail().asActor(request.id()) }
    )
    session.flash('success', i18n.t('accounts.bank_accounts.opened', { no: said.account_no }))
    return response.redirect().status(303).toPath('/accounts/bank-accounts')
  }
}
