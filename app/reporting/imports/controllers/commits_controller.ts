import type { HttpContext } from '@adonisjs/core/http'
import { commitOwnImport } from '#reporting/imports/actions/approve_import'
import { batchOf } from '#reporting/imports/upload'

/** The commit of a kind that needs no second person. */
export default class CommitsController {
  async store({ request, response, params, auth }: HttpContext) {
    const batch = await batchOf(params.id)
    await commitOwnImport(batch, auth.getUserOrFail().asActor(request.id()))
    return response.redirect().status(303).toPath(`/imports/${batch.id}`)
  }
}
