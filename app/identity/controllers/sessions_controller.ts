import type { HttpContext } from '@adonisjs/core/http'
import EndSessions from '#identity/actions/end_sessions'
import { NotFoundError } from '#identity/errors'
import SignIn from '#identity/models/sign_in'

/** The person's own sessions: where he is signed in. */
export default class SessionsController {
  async index({ view, auth, session }: HttpContext) {
    const signIns = await SignIn.openOf(auth.user!.id)
    return view.render('pages/identity/account/sessions', {
      signIns,
      current: session.sessionId,
    })
  }

  /** Ends one. */
  async destroy({ params, auth, response, session, i18n }: HttpContext) {
    const ended = /^\d+$/.test(params.id)
      ? await new EndSessions().handle({
          userIds: [auth.user!.id],
          because: 'revoked',
          only: Number(params.id),
        })
      : 0
    if (ended === 0) throw new NotFoundError()
    session.flash('success', i18n.t('identity.sessions.ended'))
    return response.redirect().toRoute('identity.sessions.index')
  }

  /** Ends all but this one. */
  async clear({ auth, response, session, i18n }: HttpContext) {
    await new EndSessions().handle({
      userIds: [auth.user!.id],
      because: 'revoked',
      except: session.sessionId,
    })
    session.flash('success', i18n.t('identity.sessions.others_ended'))
    return response.redirect().toRoute('identity.sessions.index')
  }
}
