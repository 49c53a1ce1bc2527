import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { unitChoice } from '#core/lists/unit_choice'
import Unit from '#identity/models/unit'
import { namesOf } from '#accounts/books/papers/people'
import listPage from '#core/lists/list_page'
import WriteJournal from '#accounts/ledger/journals/write_journal'
import { postedMonths } from '#accounts/ledger/queries/posted_months'
import { journalLines } from '#accounts/ledger/queries/journal_lines'
import { fundsOffered } from '#accounts/lists/fund_filter'
import { JOURNAL_TONES, journalsList } from '#accounts/lists/journals_list'
import { journalForm } from '#accounts/ledger/validators'
import Journal from '#accounts/models/journal'

/** Rows of an empty form. */
const ROWS = 6

/** Entries written by hand. */
export default class JournalsController {
  index(ctx: HttpContext) {
    return listPage(ctx, journalsList, 'pages/accounts/journals/index')
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/journals/create', {
      unit: await unitChoice(ctx, 'accounts.ledger.manage'),
      funds: await fundsOffered(ctx.i18n.locale),
      rows: Array.from({ length: ROWS }, (_, at) => at),
      today: today(),
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const typed = await request.validateUsing(journalForm)
    const journal = await new WriteJournal().handle(
      {
        unitId: typed.unit,
        kind: typed.kind,
        postedOn: typed.posted_on,
        until: typed.until ?? null,
        description: typed.description,
        reason: typed.reason,
        lines: typed.lines
          .filter(({ account, debit, credit }) => account || debit || credit)
          .map(({ account = '', fund, ...line }) => ({ ...line, account, fundId: fund ?? null })),
      },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    session.flash('success', i18n.t('accounts.journals.written', { no: journal.label }))
    return response.redirect().status(303).toPath(`/accounts/journals/${journal.id}`)
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const journal = await Journal.visibleTo(user).where('journals.id', params.id).firstOrFail()
    const { status, unitId, madeBy, decidedBy } = journal
    const waits = status === 'draft'
    return view.render('pages/accounts/journals/show', {
      journal,
      unit: await Unit.findOrFail(unitId),
      names: await namesOf([madeBy, decidedBy]),
      tone: JOURNAL_TONES[status as keyof typeof JOURNAL_TONES],
      lines: await journalLines(journal.id, i18n.locale),
      months: journal.kind === 'recurring' ? await postedMonths(journal.id) : [],
      mayDecide: waits && madeBy !== user.id && user.can('accounts.ledger.approve', unitId),
      mayWithdraw: (waits || status === 'active') && user.can('accounts.ledger.manage', unitId),
    })
  }
}
