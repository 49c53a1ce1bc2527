import type { HttpContext } from '@adonisjs/core/http'
import { sendMadeFile } from '#core/web/made_file'
import Round from '#registry/models/round'
import { printMinutes } from '#registry/rounds/minutes'

/** The minutes of a round's committee as a PDF to be signed. */
export default class MinutesController {
  async show(ctx: HttpContext) {
    const { auth, params, request, i18n } = ctx
    const round = await Round.visibleTo(auth.getUserOrFail())
      .where('rounds.id', params.id)
      .preload('unit')
      .preload('members', (members) => members.orderBy('position'))
      .firstOrFail()
    const words = {
      locale: i18n.locale as 'ar' | 'en',
      t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data),
    }
    const url = `${request.protocol()}://${request.host()}/registry/rounds/${round.id}`
    const file = { type: 'application/pdf', name: `round-${round.id}.pdf`, inline: true }
    await sendMadeFile(ctx, file, (target) => printMinutes(round, { words, url }, target))
  }
}
