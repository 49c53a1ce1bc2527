import type { HttpContext } from '@adonisjs/core/http'
import SetPassword from '#identity/actions/set_password'
import { passwordForm } from '#identity/validators/sign_in'

/** The person's own password. */
export default class PasswordsController {
  edit({ view, auth }: HttpContext) {
    return view.render('pages/identity/account/password', { due: auth.user!.mustChangePassword })
  }

  async update({ request, response, auth, session, i18n }: HttpContext) {
    const input = await request.validateUsing(passwordForm)
    const user = auth.user!
    await new SetPassword().change(
      user,
      { current: input.current_password, wanted: input.password },
      { by: user.asActor(request.id()), keepSession: session.sessionId }
    )
    session.flash('success', i18n.t('identity.password.changed'))
    return response.redirect().toPath('/')
  }
}
