import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import listPage from '#core/lists/list_page'
import { debitPage } from '#accounts/banking/debits/debit_page'
import { explainLine } from '#accounts/banking/debits/explain_line'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { debitsList } from '#accounts/banking/lists/bank_lists'

const ofOrder = vine.create({ order_id: vine.number().positive().withoutDecimals() })
const reasoned = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })
const explained = vine.create({
  entry_no: vine.number().positive().withoutDecimals(),
  fiscal_year: vine
    .string()
    .trim()
    .regex(/^\d{4}\/\d{4}$/),
  note: vine.string().trim().minLength(3).maxLength(500),
})

/** Debits of statements: which order each paid, or which entry settles it. */
export default class BankDebitsController {
  index(ctx: HttpContext) {
    return listPage(ctx, debitsList, 'pages/core/list', {
      title: 'accounts.banking.debits.title',
      subtitle: 'accounts.banking.debits.subtitle',
      nav: 'bank_debits',
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const page = await debitPage(auth.getUserOrFail(), Number(params.id))
    return view.render('pages/accounts/banking/debit', page)
  }

  async match(ctx: HttpContext) {
    const { order_id: orderId } = await ctx.request.validateUsing(ofOrder)
    await new MatchDebit().match({ lineId: Number(ctx.params.id), orderId }, act(ctx))
    return back(ctx)
  }

  async refuse(ctx: HttpContext) {
    const { order_id: orderId } = await ctx.request.validateUsing(ofOrder)
    await new MatchDebit().refuse({ lineId: Number(ctx.params.id), orderId }, act(ctx))
    return back(ctx)
  }

  async unmatch(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(reasoned)
    await new MatchDebit().unmatch(Number(ctx.params.id), { ...act(ctx), ...said })
    return back(ctx)
  }

  async explain(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(explained)
    const { entry_no: entryNo, fiscal_year: fiscalYear, note } = said
    await explainLine({ lineId: Number(ctx.params.id), entryNo, fiscalYear, note }, act(ctx))
    return back(ctx)
  }
}

const act = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

const back = ({ params, response }: HttpContext) =>
  response.redirect().status(303).toPath(`/accounts/banking/debits/${params.id}`)
