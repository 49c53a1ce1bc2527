import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import listPage from '#core/lists/list_page'
import Round from '#registry/models/round'
import PlanRound, { type RoundPlan } from '#registry/rounds/actions/plan_round'
import { MEMBER_ROLES, ROUND_KINDS } from '#registry/rounds/life'
import { roundsList } from '#registry/rounds/lists/rounds_list'
import { roundPage } from '#registry/rounds/queries/round_page'
import { roundForm } from '#registry/rounds/validators'

/** Inventory rounds: their list, the planning of one, and its war room. */
export default class RoundsController {
  index(ctx: HttpContext) {
    return listPage(ctx, roundsList, 'pages/registry/rounds/index', {
      title: 'registry.rounds.title',
      subtitle: 'registry.rounds.subtitle',
      nav: 'rounds',
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const round = await Round.visibleTo(user)
      .where('rounds.id', params.id)
      .preload('members', (members) => members.orderBy('position'))
      .preload('teams', (teams) => teams.orderBy('name'))
      .preload('unit')
      .firstOrFail()
    return view.render('pages/registry/rounds/show', { round, ...(await roundPage(round, user)) })
  }

  async create({ request, view }: HttpContext) {
    const unit = await db.from('units').where('id', request.qs().unit).firstOrFail()
    const classes = await db.from('asset_classes').orderBy('sort_order')
    return view.render('pages/registry/rounds/create', {
      unit,
      classes,
      kinds: ROUND_KINDS,
      roles: MEMBER_ROLES,
      days: { today: today(), end: addDays(today(), 30) },
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const form = await request.validateUsing(roundForm)
    const round = await new PlanRound().create(Number(request.input('unit')), planOf(form), {
      by: auth.getUserOrFail().asActor(request.id()),
    })
    session.flash('success', i18n.t('registry.rounds.planned', { label: round.label }))
    return response.redirect().toPath(`/registry/rounds/${round.id}`)
  }
}

type Form = Awaited<ReturnType<(typeof roundForm)['validate']>>

function planOf(form: Form): RoundPlan {
  return {
    kind: form.kind,
    title: form.title,
    cutOffOn: form.cut_off_on,
    startsOn: form.starts_on,
    endsOn: form.ends_on,
    decisionNo: form.decision_no,
    decisionOn: form.decision_on,
    decisionAuthority: form.decision_authority,
    scope: {
      ...(form.class_ids?.length ? { classIds: form.class_ids } : {}),
      ...(form.every_nth && form.every_nth > 1 ? { everyNth: form.every_nth } : {}),
    },
    members: form.members.flatMap(({ role, name, title }) => (name ? [{ role, name, title }] : [])),
  }
}
