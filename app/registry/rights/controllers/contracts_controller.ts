import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { sentence } from '#core/domain_error'
import Right from '#registry/models/right'
import { printContract } from '#registry/rights/contract'
import { NotNowError } from '#registry/rights/errors'
import { rightPage } from '#registry/rights/queries/right_page'

/** The contract of an approved right as a PDF to be signed. */
export default class ContractsController {
  async show(ctx: HttpContext) {
    const { auth, params, request, response, i18n } = ctx
    const right = await Right.visibleTo(auth.getUserOrFail())
      .where('rights.id', params.id)
      .preload('asset')
      .preload('party')
      .preload('unit')
      .firstOrFail()
    if (right.status === 'draft') {
      throw new NotNowError(
        sentence('لا يطبع العقد قبل اعتماده.', 'The contract is not printed before its approval.')
      )
    }
    const target = new PassThrough({ highWaterMark: 1 << 20 })
    response
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="contract-${right.id}.pdf"`)
      .header('Cache-Control', 'no-store')
    response.stream(target)
    const words = {
      locale: i18n.locale as 'ar' | 'en',
      t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data),
    }
    const url = `${request.protocol()}://${request.host()}/registry/rights/${right.id}`
    printContract(right, await rightPage(right), { words, url }, target).catch((error) => {
      ctx.logger.error({ err: error }, 'a contract broke off')
      target.destroy(error)
    })
  }
}
