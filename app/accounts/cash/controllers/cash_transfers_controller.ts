import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import CashTransfers from '#accounts/cash/cash_transfers'
import { cashTransfersList } from '#accounts/cash/lists/cash_lists'
import { transferPage } from '#accounts/cash/queries/transfer_page'
import { unitOfCode } from '#accounts/cash/queries/unit_of_code'
import { transferForm } from '#accounts/cash/validators'
import { makerOf } from '#accounts/hands'
import CashTransfer from '#accounts/models/cash_transfer'

const MANAGE = 'accounts.safes.manage'

/** النقدية المرسلة بين الخزائن: what the reader's units sent, one of them, and a new one. */
export default class CashTransfersController {
  index(ctx: HttpContext) {
    return listPage(ctx, cashTransfersList, 'pages/accounts/cash/index', { side: 'transfers' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/cash/create', {
      unit: await unitChoice(ctx, MANAGE),
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, i18n } = ctx
    const said = await request.validateUsing(transferForm)
    const transfer = await new CashTransfers().send(
      {
        unitId: said.unit_id,
        toUnitId: await unitOfCode(said.to_unit_code, said.unit_id),
        amount: said.amount,
        carrierName: said.carrier_name,
        purpose: said.purpose,
      },
      makerOf(ctx)
    )
    session.flash('success', i18n.t('accounts.cash.sent', { no: transfer.label }))
    return response.redirect().status(303).toPath(`/accounts/cash-transfers/${transfer.id}`)
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const transfer = await CashTransfer.visibleTo(user)
      .where('cash_transfers.id', params.id)
      .firstOrFail()
    return view.render('pages/accounts/cash/show', {
      ...(await transferPage(transfer, user, i18n.locale)),
      side: 'transfers',
      arrival: null,
    })
  }
}
