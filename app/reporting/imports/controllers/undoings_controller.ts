import type { HttpContext } from '@adonisjs/core/http'
import { importSteps } from '#core/imports/steps'
import { batchOf } from '#reporting/imports/upload'
import { undoing } from '#reporting/imports/validators'

/** The taking back of what an import landed. */
export default class UndoingsController {
  async store({ request, response, params, auth }: HttpContext) {
    const { reason } = await request.validateUsing(undoing)
    const batch = await batchOf(params.id)
    await importSteps.undo(batch, { reason, by: auth.getUserOrFail().asActor(request.id()) })
    return response.redirect().status(303).toPath(`/imports/${batch.id}`)
  }
}
