import type { HttpContext } from '@adonisjs/core/http'
import Grant from '#identity/models/grant'

/** My account: who I am here and what I may do. */
export default class AccountsController {
  async show({ view, auth }: HttpContext) {
    const user = auth.user!
    await user.load('homeUnit')
    const grants = await Grant.query()
      .where('user_id', user.id)
      .whereNull('revoked_at')
      .preload('role')
      .preload('unit')
      .orderBy('id')
    return view.render('pages/identity/account/show', {
      user,
      grants: grants.filter((grant) => grant.isInForce()),
    })
  }
}
