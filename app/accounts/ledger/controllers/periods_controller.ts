import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import Unit from '#identity/models/unit'
import { unitChoice } from '#core/lists/unit_choice'
import listPage from '#core/lists/list_page'
import { namesOf } from '#accounts/books/papers/people'
import DecidePeriod from '#accounts/ledger/periods/decide_period'
import ProposePeriod from '#accounts/ledger/periods/propose_period'
import { PERIOD_TONES, periodsList } from '#accounts/lists/periods_list'
import { periodForm, refusalForm } from '#accounts/ledger/validators'
import PeriodDecision from '#accounts/models/period_decision'

/** Decisions that lock months and open them again. */
export default class PeriodsController {
  index(ctx: HttpContext) {
    return listPage(ctx, periodsList, 'pages/accounts/periods/index')
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/periods/create', {
      unit: await unitChoice(ctx, 'accounts.ledger.manage'),
      today: today(),
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const typed = await request.validateUsing(periodForm)
    const decision = await new ProposePeriod().handle(
      {
        unitId: typed.unit,
        month: typed.month,
        to: typed.to,
        decisionNo: typed.decision_no,
        decisionOn: typed.decision_on,
        reason: typed.reason,
      },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    session.flash('success', i18n.t('accounts.periods.proposed', { month: decision.label }))
    return response.redirect().status(303).toPath(`/accounts/periods/${decision.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const decision = await PeriodDecision.visibleTo(user)
      .where('period_decisions.id', params.id)
      .firstOrFail()
    const { status, madeBy, decidedBy, unitId } = decision
    return view.render('pages/accounts/periods/show', {
      decision,
      unit: await Unit.findOrFail(unitId),
      names: await namesOf([madeBy, decidedBy]),
      tone: PERIOD_TONES[status as keyof typeof PERIOD_TONES],
      mayDecide:
        status === 'proposed' && madeBy !== user.id && user.can('accounts.periods.lock', unitId),
    })
  }

  async approve({ auth, params, request, response, session, i18n }: HttpContext) {
    const deciding = { by: auth.getUserOrFail(), requestId: request.id() }
    const decision = await new DecidePeriod().approve(Number(params.id), deciding)
    session.flash('success', i18n.t('accounts.periods.approved', { month: decision.label }))
    return response.redirect().status(303).toPath(`/accounts/periods/${decision.id}`)
  }

  async refuse({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(refusalForm)
    const deciding = { by: auth.getUserOrFail(), requestId: request.id(), reason }
    const decision = await new DecidePeriod().refuse(Number(params.id), deciding)
    session.flash('success', i18n.t('accounts.periods.refused', { month: decision.label }))
    return response.redirect().status(303).toPath(`/accounts/periods/${decision.id}`)
  }
}
