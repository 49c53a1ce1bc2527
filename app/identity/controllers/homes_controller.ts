import type { HttpContext } from '@adonisjs/core/http'
import Grant from '#identity/models/grant'

/** The first page: what this person's roles let him do, and where. */
export default class HomesController {
  async index({ view, auth }: HttpContext) {
    const grants = await Grant.query()
      .where('user_id', auth.user!.id)
      .whereNull('revoked_at')
      .preload('role')
      .preload('unit')
      .orderBy('id')
    return view.render('pages/identity/home', {
      grants: grants.filter((grant) => grant.isInForce()),
    })
  }
}
