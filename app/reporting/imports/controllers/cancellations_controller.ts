import type { HttpContext } from '@adonisjs/core/http'
import { importSteps } from '#core/imports/steps'
import { batchOf } from '#reporting/imports/upload'

/** Puts an import aside of which nothing has landed. */
export default class CancellationsController {
  async store({ request, response, params, auth, session, i18n }: HttpContext) {
    const batch = await batchOf(params.id)
    await importSteps.cancel(batch, { by: auth.getUserOrFail().asActor(request.id()) })
    session.flash('success', i18n.t('imports.cancellation.done'))
    return response.redirect().status(303).toPath(`/imports/${batch.id}`)
  }
}
