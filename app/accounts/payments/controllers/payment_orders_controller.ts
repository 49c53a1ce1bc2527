import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import { fiscalDate } from '#core/validators'
import EndVoucher from '#accounts/payments/end_voucher'
import OrderVoucher from '#accounts/payments/order_voucher'

const executed = vine.create({
  on: fiscalDate({ notAfterToday: true }),
  reference: vine.string().trim().minLength(1).maxLength(120),
  bank_line_id: vine.number().positive().withoutDecimals().optional(),
})
const rejected = vine.create({
  on: fiscalDate({ notAfterToday: true }),
  reason: vine.string().trim().minLength(3).maxLength(500),
})

/** Payment orders: their signatures and the bank's answer. */
export default class PaymentOrdersController {
  async sign({ auth, params, request, response }: HttpContext) {
    const act = { by: auth.getUserOrFail(), on: today(), requestId: request.id() }
    const { voucherId } = await new OrderVoucher().sign(Number(params.id), act)
    return response.redirect().status(303).toPath(`/accounts/payments/${voucherId}`)
  }

  async execute({ auth, params, request, response }: HttpContext) {
    const { bank_line_id: bankLineId, ...said } = await request.validateUsing(executed)
    const act = { by: auth.getUserOrFail(), requestId: request.id(), bankLineId, ...said }
    const { voucherId } = await new EndVoucher().execute(Number(params.id), act)
    return response.redirect().status(303).toPath(`/accounts/payments/${voucherId}`)
  }

  async reject({ auth, params, request, response }: HttpContext) {
    const said = await request.validateUsing(rejected)
    const act = { by: auth.getUserOrFail(), requestId: request.id(), ...said }
    const { voucherId } = await new EndVoucher().reject(Number(params.id), act)
    return response.redirect().status(303).toPath(`/accounts/payments/${voucherId}`)
  }
}
