import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import BookVoucher from '#accounts/payments/book_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import { assertMayOverride } from '#accounts/payments/override'

const reason = () => vine.string().trim().minLength(3).maxLength(500)
const reasoned = vine.create({ reason: reason() })
const approval = vine.create({ override: reason().optional() })
const paper = vine.create({
  code: vine.string().trim().maxLength(40),
  reference: vine.string().trim().minLength(1).maxLength(120),
})
const ordering = vine.create({
  bank_account_id: vine.number().positive().withoutDecimals(),
  method: vine.enum(['order', 'cheque'] as const),
  cheque_no: vine.string().trim().maxLength(15).optional(),
  to_account_of_now: vine.boolean().optional(),
})
const shelving = vine.create({ shelf: vine.string().trim().minLength(1).maxLength(80) })

/** Steps of a form 50, one by one; each answers with the form's page. */
export default class VoucherStepsController {
  async papers(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(paper)
    await new ReviewVoucher().addPaper(Number(ctx.params.id), said, act(ctx))
    return back(ctx)
  }

  async submit(ctx: HttpContext) {
    await new ReviewVoucher().submit(Number(ctx.params.id), act(ctx))
    return back(ctx)
  }

  async giveBack(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(reasoned)
    await new ReviewVoucher().giveBack(Number(ctx.params.id), { ...act(ctx), ...said })
    return back(ctx)
  }

  async approve(ctx: HttpContext) {
    const { override } = await ctx.request.validateUsing(approval)
    if (override) await assertMayOverride(Number(ctx.params.id), ctx.auth.getUserOrFail())
    await new ReviewVoucher().approve(Number(ctx.params.id), { ...act(ctx), override })
    return back(ctx)
  }

  async register(ctx: HttpContext) {
    await new BookVoucher().register(Number(ctx.params.id), act(ctx))
    return back(ctx)
  }

  async clear(ctx: HttpContext) {
    await new BookVoucher().clear(Number(ctx.params.id), act(ctx))
    return back(ctx)
  }

  async post(ctx: HttpContext) {
    await new BookVoucher().post(Number(ctx.params.id), act(ctx))
    return back(ctx)
  }

  async order(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(ordering)
    const { bank_account_id: bankAccountId, cheque_no: chequeNo, to_account_of_now: now } = said
    const input = { bankAccountId, chequeNo, toAccountOfNow: now }
    await new OrderVoucher().make(
      Number(ctx.params.id),
      { ...input, method: said.method },
      act(ctx)
    )
    return back(ctx)
  }

  async archive(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(shelving)
    await new EndVoucher().archive(Number(ctx.params.id), { ...act(ctx), ...said })
    return back(ctx)
  }

  async void(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(reasoned)
    await new EndVoucher().void(Number(ctx.params.id), { ...act(ctx), ...said })
    return back(ctx)
  }
}

function act({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail(), on: today(), requestId: request.id() }
}

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/accounts/payments/${params.id}`)
}
