import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import CloseCode from '#budget/classifications/close_code'
import ConfirmCode from '#budget/classifications/confirm_code'

const reference = () => vine.string().trim().minLength(5).maxLength(255)
const closing = vine.create({ on: fiscalDate(), closing_reference: reference() })
const confirmation = vine.create({ legal_reference: reference() })

/** A second person's word on a code: confirmed as published, or ended by a decision. */
export default class CodeDecisionsController {
  async confirm(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(confirmation)
    await new ConfirmCode().handle(
      Number(ctx.params.id),
      { reference: said.legal_reference },
      hand(ctx)
    )
    return back(ctx, 'confirmed')
  }

  async close(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(closing)
    const decision = { on: said.on, reference: said.closing_reference }
    await new CloseCode().handle(Number(ctx.params.id), decision, hand(ctx))
    return back(ctx, 'closed')
  }
}

function hand({ auth, request }: HttpContext) {
  const user = auth.getUserOrFail()
  return { by: { ...user.asActor(request.id()), id: user.id } }
}

function back({ params, response, session, i18n }: HttpContext, key: string) {
  session.flash('success', i18n.t(`budget.codes.${key}`))
  return response.redirect().status(303).toPath(`/budget/codes/${params.id}`)
}
