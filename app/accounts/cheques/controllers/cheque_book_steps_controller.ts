import type { HttpContext } from '@adonisjs/core/http'
import ChequeStock from '#accounts/cheques/cheque_stock'
import { endLeaf, type LeafEnd } from '#accounts/cheques/end_leaf'
import { ChequeLeafError } from '#accounts/cheques/errors'
import { issueForm, leafForm, withdrawalForm } from '#accounts/cheques/validators'
import { makerOf } from '#accounts/hands'
import ChequeBook from '#accounts/models/cheque_book'

/** What happens to a cheque book and its leaves. */
export default class ChequeBookStepsController {
  async issue(ctx: HttpContext) {
    const { holder_name: holderName } = await ctx.request.validateUsing(issueForm)
    await new ChequeStock().issue(Number(ctx.params.id), { ...makerOf(ctx), holderName })
    return back(ctx)
  }

  async endLeaf(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(leafForm)
    const { number, status } = said
    const { bankAccountId, firstNo, lastNo } = await ChequeBook.findOrFail(ctx.params.id)
    if (number < firstNo || number > lastNo) {
      throw new ChequeLeafError(number, 'ليس من هذا الدفتر', 'is not of this book')
    }
    const end: LeafEnd =
      status === 'used'
        ? { status, amount: said.amount!, payeeName: said.payee_name! }
        : { status, reason: said.reason! }
    await endLeaf({ bankAccountId, number }, end, makerOf(ctx))
    return back(ctx)
  }

  async withdraw(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(withdrawalForm)
    await new ChequeStock().withdraw(Number(ctx.params.id), { ...makerOf(ctx), reason })
    return back(ctx)
  }
}

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/accounts/cheque-books/${params.id}`)
}
