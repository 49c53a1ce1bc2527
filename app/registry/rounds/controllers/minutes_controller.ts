import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import Round from '#registry/models/round'
import { printMinutes } from '#registry/rounds/minutes'

/** The minutes of a round's committee as a PDF to be signed. */
export default class MinutesController {
  async show(ctx: HttpContext) {
    const { auth, params, request, response, i18n } = ctx
    const round = await Round.visibleTo(auth.getUserOrFail())
      .where('rounds.id', params.id)
      .preload('unit')
      .preload('members', (members) => members.orderBy('position'))
      .firstOrFail()
    const target = new PassThrough({ highWaterMark: 1 << 20 })
    response
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="round-${round.id}.pdf"`)
      .header('Cache-Control', 'no-store')
    response.stream(target)
    const words = {
      locale: i18n.locale as 'ar' | 'en',
      t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data),
    }
    const url = `${request.protocol()}://${request.host()}/registry/rounds/${round.id}`
    printMinutes(round, { words, url }, target).catch((error) => {
      ctx.logger.error({ err: error }, 'the minutes of a round broke off')
      target.destroy(error)
    })
  }
}
