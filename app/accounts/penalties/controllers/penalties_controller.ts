import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { makerOf } from '#accounts/hands'
import { entriesOf, historyOf } from '#accounts/holdings/history'
import { readHolder } from '#accounts/holdings/holder_choice'
import Penalty from '#accounts/models/penalty'
import { PENALTY_TONES, penaltiesList } from '#accounts/penalties/lists/penalties_list'
import { takingsOffered } from '#accounts/penalties/queries/takings_offered'
import RecordPenalty from '#accounts/penalties/record_penalty'
import { penaltyForm, VIOLATIONS } from '#accounts/penalties/validators'

const READ = 'accounts.penalties.read'
const MANAGE = 'accounts.penalties.manage'

/** الغرامات والجزاءات: the list, one with its appeals and what it posted, and a new one. */
export default class PenaltiesController {
  index(ctx: HttpContext) {
    return listPage(ctx, penaltiesList, 'pages/accounts/penalties/index', { nav: 'penalties' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/penalties/create', {
      unit: await unitChoice(ctx, MANAGE),
      violations: VIOLATIONS,
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, i18n } = ctx
    const said = await request.validateUsing(penaltyForm)
    const { unit_id: unitId, holder: typed } = said
    const penalty = await new RecordPenalty().handle(
      {
        unitId,
        person: await readHolder(ctx, 'penalties', { unitId, typed }),
        violation: said.violation,
        investigationNo: said.investigation_no,
        contractNo: said.contract_no ?? null,
        contractAmount: said.contract_no ? (said.contract_amount ?? null) : null,
        amount: said.amount,
        reason: said.reason,
        on: today(),
      },
      makerOf(ctx)
    )
    session.flash('success', i18n.t('accounts.penalties.recorded', { no: penalty.label }))
    return response.redirect().status(303).toPath(`/accounts/penalties/${penalty.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const penalty = await Penalty.visibleTo(user)
      .where('penalties.id', params.id)
      .preload('appeals', (query) => void query.orderBy('id'))
      .firstOrFail()
    const { id, unitId, status } = penalty
    const manages = user.can(MANAGE, unitId)
    const approves = user.can('accounts.penalties.approve', unitId) && penalty.madeBy !== user.id
    const open = penalty.appeals.find((appeal) => !appeal.outcome)
    const stands = ['approved', 'executed'].includes(status)
    const takes = status === 'approved' && manages
    return view.render('pages/accounts/penalties/show', {
      penalty,
      tones: PENALTY_TONES,
      open,
      offered: takes ? await takingsOffered(penalty) : null,
      history: await historyOf({ type: 'penalty', id }, user, READ),
      entries: await entriesOf([`penalty/${id}/`, ...penalty.appeals.map(appealKey)], user),
      may: {
        decide: status === 'recorded' && approves && penalty.userId !== user.id,
        take: takes,
        appeal: stands && manages && !open,
        decideAppeal: open && approves && open.madeBy !== user.id,
      },
    })
  }
}

const appealKey = ({ id }: { id: number }) => `penalty/appeal/${id}`
