import type { HttpContext } from '@adonisjs/core/http'
import { cancelImport } from '#reporting/imports/actions/end_import'
import { batchOf } from '#reporting/imports/upload'

/** Puts an import aside of which nothing has landed. */
export default class CancellationsController {
  async store({ request, response, params, auth, session, i18n }: HttpContext) {
    const batch = await batchOf(params.id)
    await cancelImport(batch, auth.getUserOrFail().asActor(request.id()))
    session.flash('success', i18n.t('imports.cancellation.done'))
    return response.redirect().status(303).toPath(`/imports/${batch.id}`)
  }
}
