import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import ReconcileBank from '#accounts/banking/reconciliation/reconcile_bank'

const reasoned = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** Signatures of a reconciliation statement; each route is the right to one of them. */
export default class ReconciliationStepsController {
  async sign(ctx: HttpContext) {
    await new ReconcileBank().sign(Number(ctx.params.id), { ...act(ctx), from: 'draft' })
    return back(ctx)
  }

  async close(ctx: HttpContext) {
    await new ReconcileBank().sign(Number(ctx.params.id), { ...act(ctx), from: 'signed' })
    return back(ctx)
  }

  async giveBack(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(reasoned)
    await new ReconcileBank().sendBack(Number(ctx.params.id), { ...act(ctx), ...said })
    return back(ctx)
  }
}

const act = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

const back = ({ params, response }: HttpContext) =>
  response.redirect().status(303).toPath(`/accounts/banking/reconciliations/${params.id}`)
