import type { HttpContext } from '@adonisjs/core/http'
import { wordsOf } from '#core/lists/list'
import Round from '#registry/models/round'
import ApproveRound from '#registry/rounds/actions/approve_round'
import ReturnLines from '#registry/rounds/actions/return_lines'
import { approvalPage } from '#registry/rounds/queries/approval_page'
import { approvalForm, returnForm } from '#registry/rounds/validators'

/** The one approval of a round: all that differs on one page, lines sent back, and everything posted. */
export default class ApprovalsController {
  async show(ctx: HttpContext) {
    const { auth, params, request, view } = ctx
    const user = auth.getUserOrFail()
    const round = await Round.visibleTo(user).where('rounds.id', params.id).firstOrFail()
    const page = Math.max(1, Math.trunc(Number(request.qs().page)) || 1)
    return view.render('pages/registry/rounds/approval', {
      round,
      ...(await approvalPage(round, { user, words: wordsOf(ctx), page })),
    })
  }

  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const { override = {} } = await request.validateUsing(approvalForm)
    const { posted, changes } = await new ApproveRound().handle(Number(params.id), {
      by: auth.getUserOrFail(),
      requestId: request.id(),
      overrides: Object.entries(override).flatMap(([rule, reason]) =>
        reason ? [{ rule, reason }] : []
      ),
    })
    session.flash('success', i18n.t('registry.rounds.done.approved', { posted, changes }))
    return response.redirect().status(303).toPath(`/registry/rounds/${params.id}`)
  }

  async returnLines({ auth, params, request, response, session, i18n }: HttpContext) {
    const { ids, reason } = await request.validateUsing(returnForm)
    const lines = await new ReturnLines().handle(
      Number(params.id),
      { lineIds: ids ?? [], reason },
      { by: auth.getUserOrFail(), requestId: request.id() }
    )
    session.flash('success', i18n.t('registry.rounds.done.returned', { lines }))
    return response.redirect().status(303).toPath(`/registry/rounds/${params.id}/approval`)
  }
}
