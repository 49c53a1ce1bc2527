import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import ApproveList from '#registry/displays/actions/approve_list'
import KeepList from '#registry/displays/actions/keep_list'
import { fiscalDate } from '#core/validators'

const display = vine.create({ on: fiscalDate({ notAfterToday: true }) })
const withdraw = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** Steps of a displayed list: hung out, approved, taken down. */
export default class DisplayStepsController {
  async display(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(display)
    await new KeepList().display(Number(ctx.params.id), said, hand(ctx))
    return back(ctx)
  }

  async approve(ctx: HttpContext) {
    const { auth, request, params } = ctx
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    await new ApproveList().handle(Number(params.id), by)
    return back(ctx)
  }

  async withdraw(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(withdraw)
    await new KeepList().withdraw(Number(ctx.params.id), said, hand(ctx))
    return back(ctx)
  }
}

function hand({ auth, request }: HttpContext) {
  const user = auth.getUserOrFail()
  return { by: { ...user.asActor(request.id()), id: user.id } }
}

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/registry/displays/${params.id}`)
}
