import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import listPage from '#core/lists/list_page'
import { debitPage } from '#accounts/banking/debits/debit_page'
import { explainLine } from '#accounts/banking/debits/explain_line'
import MatchBatch from '#accounts/banking/debits/match_batch'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { debitsList } from '#accounts/banking/lists/bank_lists'

const id = () => vine.number().positive().withoutDecimals()
/** An order, or a batch whose orders the debit paid together. */
const ofPaper = vine.create({
  order_id: id().optional().requiredIfMissing('batch_id'),
  batch_id: id().optional(),
})
const reasoned = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })
const explained = vine.create({
  entry_id: id().optional(),
  entry_no: id().optional().requiredIfMissing('entry_id'),
  fiscal_year: vine
    .string()
    .trim()
    .regex(/^\d{4}\/\d{4}$/)
    .optional()
    .requiredIfMissing('entry_id'),
  note: vine.string().trim().minLength(3).maxLength(500),
})

/** Lines of statements: which order or batch a debit paid, or which entry settles the line. */
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
    const { lineId, orderId, batchId } = await paperOf(ctx)
    if (batchId) await new MatchBatch().match({ lineId, batchId }, act(ctx))
    else await new MatchDebit().match({ lineId, orderId }, act(ctx))
    return back(ctx)
  }

  async refuse(ctx: HttpContext) {
    const { lineId, orderId, batchId } = await paperOf(ctx)
    if (batchId) await new MatchBatch().refuse({ lineId, batchId }, act(ctx))
    else await new MatchDebit().refuse({ lineId, orderId }, act(ctx))
    return back(ctx)
  }

  async unmatch(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(reasoned)
    await new MatchDebit().unmatch(Number(ctx.params.id), { ...act(ctx), ...said })
    return back(ctx)
  }

  async explain(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(explained)
    const { entry_id: entryId, entry_no: entryNo, fiscal_year: fiscalYear, note } = said
    const entry = entryId ? { entryId } : { entryNo: entryNo!, fiscalYear: fiscalYear! }
    await explainLine({ lineId: Number(ctx.params.id), note, ...entry }, act(ctx))
    return back(ctx)
  }
}

async function paperOf({ params, request }: HttpContext) {
  const { order_id: orderId, batch_id: batchId } = await request.validateUsing(ofPaper)
  return { lineId: Number(params.id), orderId: orderId!, batchId }
}

const act = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

const back = ({ params, response }: HttpContext) =>
  response.redirect().status(303).toPath(`/accounts/banking/debits/${params.id}`)
