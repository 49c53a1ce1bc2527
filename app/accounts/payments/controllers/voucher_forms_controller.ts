import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { unitChoice } from '#core/lists/unit_choice'
import PaymentVoucher from '#accounts/models/payment_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import { formChoices } from '#accounts/payments/form_choices'
import { inputOf, voucherForm } from '#accounts/payments/validators'

/** Rows of invoices that the paper has; a form with more gets as many again below. */
const ROWS = 4

/** A form 50 typed from top to bottom: written anew, or corrected while it is a draft or returned. */
export default class VoucherFormsController {
  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/payments/form', {
      ...(await pageState(ctx)),
      voucher: null,
      rows: ROWS,
      commitmentId: ctx.request.qs().commitment,
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response } = ctx
    const input = inputOf(await request.validateUsing(voucherForm))
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    const voucher = await new DraftVoucher().make(input, by)
    return response.redirect().toPath(`/accounts/payments/${voucher.id}`)
  }

  async edit(ctx: HttpContext) {
    const voucher = await PaymentVoucher.visibleTo(ctx.auth.getUserOrFail())
      .where('payment_vouchers.id', ctx.params.id)
      .preload('invoices', (query) => void query.orderBy('seq'))
      .preload('taken', (query) => void query.orderBy('seq'))
      .firstOrFail()
    return ctx.view.render('pages/accounts/payments/form', {
      ...(await pageState(ctx)),
      voucher,
      rows: voucher.invoices.length + ROWS,
      stated: voucher.taken.filter(({ rate }) => rate === null),
      commitmentId: voucher.commitmentId,
    })
  }

  async update({ auth, params, request, response }: HttpContext) {
    const input = inputOf(await request.validateUsing(voucherForm))
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    await new DraftVoucher().change(Number(params.id), input, by)
    return response.redirect().status(303).toPath(`/accounts/payments/${params.id}`)
  }
}

async function pageState(ctx: HttpContext) {
  return {
    ...(await formChoices(ctx.auth.getUserOrFail(), ctx.i18n.locale)),
    unit: await unitChoice(ctx, 'accounts.payments.manage'),
    today: today(),
    stated: [],
  }
}
