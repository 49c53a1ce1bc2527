import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { unitChoice } from '#core/lists/unit_choice'
import { within } from '#core/within'
import { REPLENISHING } from '#accounts/advances/form_of_advance'
import { formStart } from '#accounts/advances/form_start'
import PaymentVoucher from '#accounts/models/payment_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import { formChoices } from '#accounts/payments/form_choices'
import { lookFirst } from '#accounts/payments/look_first'
import { readPayee } from '#accounts/payments/payee_choice'
import ReviewVoucher from '#accounts/payments/review_voucher'
import { inputOf, voucherForm } from '#accounts/payments/validators'

/** Rows of invoices that the paper has; a form with more gets as many again below. */
const ROWS = 4

/** A form 50 typed from top to bottom: written anew, or corrected while it is a draft or returned. */
export default class VoucherFormsController {
  async create(ctx: HttpContext) {
    const { commitment, advance } = ctx.request.qs()
    const start = advance ? await formStart(Number(advance), ctx.auth.getUserOrFail()) : null
    return ctx.view.render('pages/accounts/payments/form', {
      ...(await pageState(ctx)),
      ...{ voucher: null, start, rows: ROWS, commitmentId: commitment },
      ...(start && { payee: start.payee, advance: start.advance }),
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response } = ctx
    const { input, seen, then } = await typedForm(ctx)
    if (await lookFirst(ctx, { input, seen })) return
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    const voucher = await within(null, async (trx) => {
      const made = await new DraftVoucher().make(input, { ...by, trx })
      return then ? new ReviewVoucher().submit(made.id, { ...by, on: today(), trx }) : made
    })
    return response.redirect().toPath(`/accounts/payments/${voucher.id}`)
  }

  async edit(ctx: HttpContext) {
    const voucher = await PaymentVoucher.visibleTo(ctx.auth.getUserOrFail())
      .where('payment_vouchers.id', ctx.params.id)
      .preload('invoices', (query) => void query.orderBy('seq'))
      .preload('taken', (query) => void query.orderBy('seq'))
      .preload('beneficiary')
      .preload('advance')
      .firstOrFail()
    const { beneficiary, advance } = voucher
    return ctx.view.render('pages/accounts/payments/form', {
      ...(await pageState(ctx)),
      ...{ voucher, start: voucher },
      advance: advance && {
        ...{ id: advance.id, label: advance.label, holderName: advance.holderName },
        replenishes: voucher.paymentType === REPLENISHING,
      },
      rows: voucher.invoices.length + ROWS,
      payee: beneficiary && `${beneficiary.name} — ${beneficiary.beneficiaryNo}`,
      stated: voucher.taken.filter(({ rate }) => rate === null),
      commitmentId: voucher.commitmentId,
    })
  }

  async update(ctx: HttpContext) {
    const { auth, params, request, response } = ctx
    const voucherId = Number(params.id)
    const { input, seen, then } = await typedForm(ctx)
    if (await lookFirst(ctx, { input, seen, voucherId })) return
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    await within(null, async (trx) => {
      await new DraftVoucher().change(voucherId, input, { ...by, trx })
      if (then) await new ReviewVoucher().submit(voucherId, { ...by, on: today(), trx })
    })
    return response.redirect().status(303).toPath(`/accounts/payments/${params.id}`)
  }
}

async function typedForm(ctx: HttpContext) {
  const said = await ctx.request.validateUsing(voucherForm)
  const beneficiaryId = await readPayee(ctx, { unitId: said.unit_id, typed: said.payee })
  return { input: inputOf(said, beneficiaryId), seen: said.seen, then: said.then }
}

async function pageState(ctx: HttpContext) {
  return {
    ...(await formChoices(ctx.auth.getUserOrFail(), ctx.i18n.locale)),
    unit: await unitChoice(ctx, 'accounts.payments.manage'),
    today: today(),
    stated: [],
    payee: null,
    advance: null,
  }
}
