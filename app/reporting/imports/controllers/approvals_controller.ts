import type { HttpContext } from '@adonisjs/core/http'
import { approveImport } from '#reporting/imports/actions/approve_import'
import { batchOf } from '#reporting/imports/upload'

/** The second person's yes, after which the commit runs. */
export default class ApprovalsController {
  async store({ request, response, params, auth, session, i18n }: HttpContext) {
    const batch = await batchOf(params.id)
    await approveImport(batch, auth.getUserOrFail(), request.id())
    session.flash('success', i18n.t('imports.approval.given'))
    return response.redirect().status(303).toPath(`/imports/${batch.id}`)
  }
}
