import type { HttpContext } from '@adonisjs/core/http'
import { sentence } from '#core/domain_error'
import { sendMadeFile } from '#core/web/made_file'
import Right from '#registry/models/right'
import { printContract } from '#registry/rights/contract'
import { NotNowError } from '#registry/rights/errors'
import { rightPage } from '#registry/rights/queries/right_page'

/** The contract of an approved right as a PDF to be signed. */
export default class ContractsController {
  async show(ctx: HttpContext) {
    const { auth, params, request, i18n } = ctx
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
    const words = {
      locale: i18n.locale as 'ar' | 'en',
      t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data),
    }
    const url = `${request.protocol()}://${request.host()}/registry/rights/${right.id}`
    const page = await rightPage(right)
    const file = { type: 'application/pdf', name: `contract-${right.id}.pdf`, inline: true }
    await sendMadeFile(ctx, file, (target) => printContract(right, page, { words, url }, target))
  }
}
