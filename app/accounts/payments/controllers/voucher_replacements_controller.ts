import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import ReplaceVoucher from '#accounts/payments/replace_voucher'

const reasoned = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** A form that is voided and written anew; its draft opens to be corrected. */
export default class VoucherReplacementsController {
  async store({ auth, params, request, response }: HttpContext) {
    const { reason } = await request.validateUsing(reasoned)
    const act = { by: auth.getUserOrFail(), on: today(), requestId: request.id(), reason }
    const { id } = await new ReplaceVoucher().handle(Number(params.id), act)
    return response.redirect().status(303).toPath(`/accounts/payments/${id}/edit`)
  }
}
