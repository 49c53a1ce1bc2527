import type { HttpContext } from '@adonisjs/core/http'
import { addDays, today } from '#core/fiscal'
import MakeToken from '#identity/actions/make_token'
import RevokeToken from '#identity/actions/revoke_token'
import { NotFoundError } from '#identity/errors'
import ApiToken from '#identity/models/api_token'
import { newTokenForm, TOKEN_LIVES } from '#identity/validators/token'

/** The person's own application passwords: for QGIS and other programs that read the map layers. */
export default class TokensController {
  async index({ view, auth, request }: HttpContext) {
    const tokens = await ApiToken.of(auth.user!.id)
    return view.render('pages/identity/account/tokens', {
      tokens,
      lives: TOKEN_LIVES,
      address: `${request.protocol()}://${request.host()}/ogc`,
    })
  }

  /** Answers with the secret itself: a redirect would have to keep it somewhere in between. */
  async store({ view, auth, request, response }: HttpContext) {
    const { name, days } = await request.validateUsing(newTokenForm)
    const { token, secret } = await new MakeToken().handle(
      auth.user!,
      { scope: 'ogc', name, expiresOn: addDays(today(), days) },
      { by: auth.user!.asActor(request.id()) }
    )
    response.header('Cache-Control', 'no-store')
    return view.render('pages/identity/account/token_made', {
      token,
      secret,
      account: auth.user!.email,
      address: `${request.protocol()}://${request.host()}/ogc`,
    })
  }

  async destroy({ params, auth, request, response, session, i18n }: HttpContext) {
    if (!/^\d+$/.test(params.id)) throw new NotFoundError()
    await new RevokeToken().handle(Number(params.id), auth.user!.id, {
      by: auth.user!.asActor(request.id()),
    })
    session.flash('success', i18n.t('identity.tokens.revoked'))
    return response.redirect().toRoute('identity.tokens.index')
  }
}
