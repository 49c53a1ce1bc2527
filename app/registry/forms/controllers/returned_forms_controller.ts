import type { HttpContext } from '@adonisjs/core/http'
import { takeUpAgain } from '#registry/forms/drafts'

/** A proposal that came back refused, or was taken back: its form again, with all that was typed. */
export default class ReturnedFormsController {
  async store({ auth, params, response }: HttpContext) {
    const transactionId = Number(params.id)
    const path = await takeUpAgain(auth.getUserOrFail().id, transactionId)
    return response
      .redirect()
      .status(303)
      .toPath(path ?? `/registry/transactions/${transactionId}`)
  }
}
