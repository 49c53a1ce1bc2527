import type { HttpContext } from '@adonisjs/core/http'
import KeepFolio from '#accounts/books/keep_folio'
import { backTo, doing, reasoned } from '#accounts/books/paper_steps'

const back = backTo('/accounts/folios')

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
    const { reason } = await ctx.request.validateUsing(reasoned)
    await new KeepFolio().reopen(Number(ctx.params.id), { reason, ...doing(ctx) })
    return back(ctx)
  }
}
