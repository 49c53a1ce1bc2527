import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import type { Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { dryRun } from '#budget/commitments/dry_run'
import RequestCommitment from '#budget/commitments/request_commitment'
import { COMMITMENT_TONES, commitmentsList } from '#budget/lists/commitments_list'
import Commitment from '#budget/models/commitment'
import { commitmentChain, movementsOf } from '#budget/queries/chain'
import { lineFacts, linesOffered } from '#budget/queries/lines'
import { commitmentForm } from '#budget/validators'

/** Commitments: what is needed, of which line, and what became of it. */
export default class CommitmentsController {
  index(ctx: HttpContext) {
    return listPage(ctx, commitmentsList, 'pages/budget/commitments/index')
  }

  create({ auth, request, view, i18n }: HttpContext) {
    return this.#form({ auth, view, i18n }, { line_id: request.qs().line }, null)
  }

  /** The dry run: the form comes back with what the line would have left; nothing is written. */
  async check({ auth, request, view, i18n }: HttpContext) {
    const typed = await request.validateUsing(commitmentForm)
    const run = await dryRun(typed.line_id, typed.amount)
    return this.#form({ auth, view, i18n }, request.body(), run)
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const typed = await request.validateUsing(commitmentForm)
    const by = { ...user.asActor(request.id()), id: user.id }
    const made = await new RequestCommitment().handle(
      {
        lineId: typed.line_id,
        amount: typed.amount,
        purpose: typed.purpose,
        needNo: typed.need_no ?? null,
        payeeName: typed.payee_name ?? null,
      },
      { by, reserveOn: typed.reserve ? today() : null }
    )
    const key = made.status === 'reserved' ? 'reserved' : 'requested'
    session.flash('success', i18n.t(`budget.commitments.${key}`, { no: made.label }))
    return response.redirect().status(303).toPath(`/budget/commitments/${made.id}`)
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const one = await Commitment.visibleTo(user).where('commitments.id', params.id).firstOrFail()
    const { unitId, status } = one
    const locale = i18n.locale as Locale
    const manages = user.can('budget.commitments.manage', unitId)
    const approves = user.can('budget.commitments.approve', unitId) && one.madeBy !== user.id
    const waits = status === 'draft' || status === 'reserved'
    return view.render('pages/budget/commitments/show', {
      one,
      tone: COMMITMENT_TONES[status as keyof typeof COMMITMENT_TONES],
      line: await lineFacts(one.lineId, locale),
      run: waits && status === 'draft' ? await dryRun(one.lineId, one.amount) : null,
      movements: await movementsOf('commitment', one.id),
      chain: await commitmentChain(one),
      mayReserve: manages && status === 'draft',
      mayApprove: approves && waits,
      mayChange: approves && (status === 'committed' || status === 'settled'),
      mayCancel: (manages || approves) && (waits || status === 'committed'),
      mayCarry: approves && status === 'committed' && isPast(one),
    })
  }

  async #form(
    { auth, view, i18n }: Pick<HttpContext, 'auth' | 'view' | 'i18n'>,
    typed: Record<string, unknown>,
    run: unknown
  ) {
    const locale = i18n.locale as Locale
    const withId = Number(typed.line_id) || null
    const lines = await linesOffered(auth.getUserOrFail(), 'budget.commitments.manage', {
      locale,
      withId,
    })
    return view.render('pages/budget/commitments/create', { lines, typed, run })
  }
}

function isPast({ fiscalYear }: Commitment): boolean {
  return today() >= `${fiscalYear.slice(5)}-06-30`
}
