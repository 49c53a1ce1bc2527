import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import WriteJournal from '#accounts/ledger/journals/write_journal'
import { reversalForm } from '#accounts/ledger/validators'
import LedgerEntry from '#accounts/models/ledger_entry'

/** Asking for the reversal of a posted entry; another person approves it. */
export default class ReversalsController {
  /** The form that asks for the reversal of a posted entry. */
  async create({ auth, params, view }: HttpContext) {
    const entry = await LedgerEntry.visibleTo(auth.getUserOrFail())
      .where('ledger_entries.id', params.id)
      .firstOrFail()
    return view.render('pages/accounts/journals/reversal', { entry, today: today() })
  }

  /** Asks for the reversal of a posted entry. */
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const { posted_on: postedOn, reason } = await request.validateUsing(reversalForm)
    const journal = await new WriteJournal().reverse(
      Number(params.id),
      { postedOn, reason },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    session.flash('success', i18n.t('accounts.journals.written', { no: journal.label }))
    return response.redirect().status(303).toPath(`/accounts/journals/${journal.id}`)
  }
}
