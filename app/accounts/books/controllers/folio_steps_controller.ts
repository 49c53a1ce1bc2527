import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import KeepFolio from '#accounts/books/keep_folio'

const reopening = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** Steps of a folio: closed, audited by another, reopened with a reason. */
export default class FolioStepsController {
  async close(ctx: HttpContext) {
    await new KeepFolio().close(Number(ctx.params.id), doing(ctx))
    return back(ctx)
  }

  async audit(ctx: HttpContext) {
    await new KeepFolio().audit(Number(ctx.params.id), doing(ctx))
    return back(ctx)
  }

  async reopen(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reopening)
    await new KeepFolio().reopen(Number(ctx.params.id), { reason, ...doing(ctx) })
    return back(ctx)
  }
}

const doing = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/accounts/folios/${params.id}`)
}
