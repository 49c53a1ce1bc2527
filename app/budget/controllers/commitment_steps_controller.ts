import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import Commit from '#budget/commitments/commit'
import CarryOver from '#budget/commitments/carry_over'
import type Commitment from '#budget/models/commitment'
import { changeForm, reasonForm } from '#budget/validators'

/** Steps of a commitment: reserved, committed, changed, cancelled, carried over. */
export default class CommitmentStepsController {
  async reserve(ctx: HttpContext) {
    const made = await new Commit().reserve(idOf(ctx), { by: actorOf(ctx), on: today() })
    return answer(ctx, made, 'reserved')
  }

  async approve(ctx: HttpContext) {
    return answer(ctx, await new Commit().approve(idOf(ctx), deciding(ctx)), 'approved')
  }

  async change(ctx: HttpContext) {
    const typed = await ctx.request.validateUsing(changeForm)
    const made = await new Commit().change(idOf(ctx), { ...typed, ...deciding(ctx) })
    return answer(ctx, made, 'changed')
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    const act = { by: actorOf(ctx), on: today(), reason }
    return answer(ctx, await new Commit().cancel(idOf(ctx), act), 'cancelled')
  }

  async carry(ctx: HttpContext) {
    return answer(ctx, await new CarryOver().handle(idOf(ctx), deciding(ctx)), 'carried')
  }
}

const idOf = ({ params }: HttpContext) => Number(params.id)

function actorOf({ auth, request }: HttpContext) {
  const user = auth.getUserOrFail()
  return { ...user.asActor(request.id()), id: user.id }
}

function deciding({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail(), on: today(), requestId: request.id() }
}

function answer({ response, session, i18n }: HttpContext, made: Commitment, key: string) {
  session.flash('success', i18n.t(`budget.commitments.${key}`, { no: made.label }))
  return response.redirect().status(303).toPath(`/budget/commitments/${made.id}`)
}
