import type { HttpContext } from '@adonisjs/core/http'
import DecideJournal from '#accounts/ledger/journals/decide_journal'
import { refusalForm } from '#accounts/ledger/validators'

/** The approver's answer to an entry written by hand, and its side's taking back. */
export default class JournalDecisionsController {
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const by = auth.getUserOrFail()
    const deciding = { by, requestId: request.id() }
    const journal = await new DecideJournal().approve(Number(params.id), deciding)
    session.flash('success', i18n.t('accounts.journals.approved', { no: journal.label }))
    return response.redirect().status(303).toPath(`/accounts/journals/${journal.id}`)
  }

  async destroy({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(refusalForm)
    const deciding = { by: auth.getUserOrFail(), requestId: request.id(), reason }
    const journal = await new DecideJournal().refuse(Number(params.id), deciding)
    session.flash('success', i18n.t('accounts.journals.refused', { no: journal.label }))
    return response.redirect().status(303).toPath(`/accounts/journals/${journal.id}`)
  }

  async withdraw({ auth, params, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const by = { ...user.asActor(request.id()), id: user.id }
    const journal = await new DecideJournal().withdraw(Number(params.id), { by })
    session.flash('success', i18n.t('accounts.journals.withdrawn', { no: journal.label }))
    return response.redirect().status(303).toPath(`/accounts/journals/${journal.id}`)
  }
}
