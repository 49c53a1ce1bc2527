import type { HttpContext } from '@adonisjs/core/http'
import SignInAttempt from '#identity/actions/sign_in_attempt'
import EndSessions from '#identity/actions/end_sessions'
import SignIn from '#identity/models/sign_in'
import { signInForm } from '#identity/validators/sign_in'

/** The door: coming in and going out. */
export default class SignInsController {
  create({ auth, view, response }: HttpContext) {
    if (auth.isAuthenticated) return response.redirect().toPath('/')
    return view.render('pages/identity/sign_in')
  }

  async store(ctx: HttpContext) {
    const { request, response, auth, session } = ctx
    const { account, password } = await request.validateUsing(signInForm)
    const user = await new SignInAttempt().handle({ account, password, source: request.ip() })

    // A new session id, so that one planted before the sign-in is worth nothing after it.
    await auth.use('web').login(user)
    await session.tag(String(user.id))
    await SignIn.begin(user, {
      sessionId: session.sessionId,
      source: request.ip(),
      agent: request.header('user-agent') ?? '',
    })
    const kept = { maxAge: '365d', httpOnly: false, encode: false } as const
    response.plainCookie('locale', user.locale, kept)
    response.plainCookie('theme', user.theme, kept)
    return response.redirect().toIntended('/')
  }

  async destroy({ auth, session, response }: HttpContext) {
    await new EndSessions().handle({
      userIds: [auth.user!.id],
      because: 'sign_out',
      session: session.sessionId,
    })
    await auth.use('web').logout()
    session.clear()
    session.regenerate()
    return response.redirect().toPath('/sign-in')
  }
}
