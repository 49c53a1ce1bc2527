import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import SignBatch from '#accounts/banking/batches/sign_batch'

const reasoned = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** Signatures of a batch, and letting its orders go. */
export default class BatchStepsController {
  async sign(ctx: HttpContext) {
    await new SignBatch().sign(Number(ctx.params.id), act(ctx))
    return back(ctx)
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasoned)
    await new SignBatch().cancel(Number(ctx.params.id), { ...act(ctx), reason })
    return back(ctx)
  }
}

const act = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  on: today(),
  requestId: request.id(),
})

const back = ({ params, response }: HttpContext) =>
  response.redirect().status(303).toPath(`/accounts/banking/batches/${params.id}`)
