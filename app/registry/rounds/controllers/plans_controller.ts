import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { CUSTODIES } from '#registry/register/attributes'
import Round from '#registry/models/round'
import PlanRound from '#registry/rounds/actions/plan_round'
import { MEMBER_ROLES, ROUND_KINDS } from '#registry/rounds/life'
import {
  givenOf,
  newPlan,
  planAsGiven,
  planOf,
  scopeOf,
  type GivenPlan,
} from '#registry/rounds/plan_form'
import { scopeFigures } from '#registry/rounds/queries/scope_figures'
import { roundForm, scopeForm } from '#registry/rounds/validators'

/** The plan of a round: made, looked at before anything is frozen, and changed while it is a draft. */
export default class PlansController {
  create(ctx: HttpContext) {
    return render(ctx, { unitId: Number(ctx.request.qs().unit), round: null, given: newPlan() })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session, i18n } = ctx
    const unitId = Number(request.input('unit'))
    if (request.input('preview')) return preview(ctx, unitId, null)
    const form = await request.validateUsing(roundForm)
    const round = await new PlanRound().create(unitId, planOf(form), {
      by: auth.getUserOrFail().asActor(request.id()),
    })
    session.flash('success', i18n.t('registry.rounds.planned', { label: round.label }))
    return response.redirect().toPath(`/registry/rounds/${round.id}`)
  }

  async edit(ctx: HttpContext) {
    const round = await draft(ctx)
    return render(ctx, { unitId: round.unitId, round, given: planAsGiven(round) })
  }

  async update(ctx: HttpContext) {
    const { auth, params, request, response, session, i18n } = ctx
    if (request.input('preview')) {
      const round = await draft(ctx)
      return preview(ctx, round.unitId, round)
    }
    const form = await request.validateUsing(roundForm)
    const round = await new PlanRound().change(Number(params.id), planOf(form), {
      by: auth.getUserOrFail().asActor(request.id()),
      version: form.version,
    })
    session.flash('success', i18n.t('registry.rounds.changed', { label: round.label }))
    return response.redirect().status(303).toPath(`/registry/rounds/${round.id}`)
  }
}

function draft({ auth, params }: HttpContext): Promise<Round> {
  return Round.visibleTo(auth.getUserOrFail())
    .where('rounds.id', params.id)
    .where('rounds.status', 'draft')
    .preload('members', (members) => members.orderBy('position'))
    .firstOrFail()
}

/** The form as it was typed, with what its scope would freeze; nothing is kept. */
async function preview(ctx: HttpContext, unitId: number, round: Round | null) {
  const scope = scopeOf(await ctx.request.validateUsing(scopeForm))
  const figures = await scopeFigures({ unitId, scope }, ctx.i18n.locale as 'ar' | 'en')
  return render(ctx, { unitId, round, given: givenOf(ctx.request.all()), scope: figures })
}

async function render(
  { view, session }: HttpContext,
  shown: { unitId: number; round: Round | null; given: GivenPlan; scope?: unknown }
) {
  // Of a form that was refused, ticked boxes come back as they were typed; fields do it by themselves.
  for (const name of ['class_ids', 'unit_ids'] as const) {
    const typed = session.flashMessages.get(name)
    if (Array.isArray(typed)) shown.given[name] = typed.map(String)
  }
  const unit = await db.from('units').where('id', shown.unitId).firstOrFail()
  const classes = await db.from('asset_classes').orderBy('sort_order')
  const units = await db
    .from('unit_closure as c')
    .join('units as u', 'u.id', 'c.descendant_id')
    .where('c.ancestor_id', shown.unitId)
    .where('c.depth', '>', 0)
    .orderBy('c.depth')
    .orderBy('u.name_ar')
    .limit(500)
    .select('u.id', 'u.name_ar', 'u.name_en')
  return view.render('pages/registry/rounds/plan', {
    ...{ scope: null, ...shown, unit, classes, units },
    ...{ kinds: ROUND_KINDS, roles: MEMBER_ROLES, custodies: CUSTODIES },
  })
}
