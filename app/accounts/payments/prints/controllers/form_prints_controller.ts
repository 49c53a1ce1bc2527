import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import listPage from '#core/lists/list_page'
import PaymentOrder from '#accounts/models/payment_order'
import { FORMS } from '#accounts/payments/prints/layouts'
import PrintForm from '#accounts/payments/prints/print_form'
import { printsList } from '#accounts/payments/prints/prints_list'

const asked = vine.create({
  form: vine.enum(FORMS),
  on_paper: vine.accepted().optional(),
  printer: vine.string().trim().maxLength(60).optional(),
  reason: vine.string().trim().maxLength(300).optional(),
})

/** Official forms of a payment as they are printed: previewed freely, handed out on the record. */
export default class FormPrintsController {
  index(ctx: HttpContext) {
    return listPage(ctx, printsList, 'pages/core/list', {
      title: printsList.title,
      subtitle: 'accounts.prints.subtitle',
      nav: 'payment_reports',
    })
  }

  async preview(ctx: HttpContext) {
    const { form, printing } = await read(ctx)
    const orders = PaymentOrder.query().where('voucher_id', ctx.params.id)
    const isOfOrder = form === 'cheque' || form === 'payment-order'
    const orderId = isOfOrder ? (await orders.orderBy('id', 'desc').first())?.id : null
    const subject = { form, voucherId: Number(ctx.params.id), orderId }
    return send(ctx, form, await new PrintForm().preview(subject, printing))
  }

  async store(ctx: HttpContext) {
    const { form, printing } = await read(ctx)
    const subject = { form, voucherId: Number(ctx.params.id) }
    const { file } = await new PrintForm().handle(subject, printing)
    return send(ctx, form, file)
  }

  async storeOrder(ctx: HttpContext) {
    const { form, printing } = await read(ctx)
    const { id: orderId, voucherId } = await PaymentOrder.findOrFail(ctx.params.id)
    const { file } = await new PrintForm().handle({ form, voucherId, orderId }, printing)
    return send(ctx, form, file)
  }
}

async function read({ auth, request }: HttpContext) {
  const { form, on_paper: onPaper = false, ...said } = await request.validateUsing(asked)
  const printing = { ...said, onPaper, by: auth.getUserOrFail(), requestId: request.id() }
  return { form, printing }
}

function send({ params, response }: HttpContext, form: string, file: Buffer) {
  return response
    .header('Content-Type', 'application/pdf')
    .header('Content-Disposition', `inline; filename="${form}-${params.id}.pdf"`)
    .header('Cache-Control', 'private, no-store')
    .send(file)
}
