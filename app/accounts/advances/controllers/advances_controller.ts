import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { advancePage } from '#accounts/advances/advance_page'
import { ADVANCE_TONES, advancesList } from '#accounts/advances/lists/advances_list'
import RequestAdvance from '#accounts/advances/request_advance'
import { advanceForm } from '#accounts/advances/validators'
import { namedGuarantee } from '#accounts/advances/secured'
import { makerOf } from '#accounts/hands'
import { readHolder } from '#accounts/holdings/holder_choice'
import { ADVANCE_KINDS } from '#accounts/models/advance'
import { VOUCHER_TONES } from '#accounts/payments/life'

const MANAGE = 'accounts.advances.manage'

/** السلف: the list with its ages, one advance with all that became of it, and a new request. */
export default class AdvancesController {
  index(ctx: HttpContext) {
    return listPage(ctx, advancesList, 'pages/accounts/advances/index', { nav: 'advances' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/advances/create', {
      unit: await unitChoice(ctx, MANAGE),
      kinds: ADVANCE_KINDS,
      today: today(),
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, i18n } = ctx
    const said = await request.validateUsing(advanceForm)
    const advance = await new RequestAdvance().handle(
      {
        unitId: said.unit_id,
        kind: said.kind,
        holder: await readHolder(ctx, 'advances', { unitId: said.unit_id, typed: said.holder }),
        contractNo: said.kind === 'supplier' ? said.contract_no : null,
        guaranteeId:
          said.kind === 'supplier' && said.guarantee_no
            ? await namedGuarantee(said.unit_id, said.guarantee_no)
            : null,
        amount: said.amount,
        purpose: said.purpose,
        on: said.on,
      },
      makerOf(ctx)
    )
    session.flash('success', i18n.t('accounts.advances.requested', { no: advance.label }))
    return response.redirect().status(303).toPath(`/accounts/advances/${advance.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    return view.render('pages/accounts/advances/show', {
      ...(await advancePage(auth.getUserOrFail(), Number(params.id))),
      tones: ADVANCE_TONES,
      formTones: VOUCHER_TONES,
    })
  }
}
