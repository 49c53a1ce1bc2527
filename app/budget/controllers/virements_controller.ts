import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { DomainError, type Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { Money } from '#core/money'
import { VIREMENT_TONES, virementsList } from '#budget/lists/virements_list'
import Virement from '#budget/models/virement'
import { shownLine, shownVirement } from '#budget/queries/shown_virement'
import { askedOf, MANAGE, readVirement, virementForm } from '#budget/controllers/virement_form'
import ProposeVirement, { previewVirement } from '#budget/virements/propose_virement'
import { decisionNeeded } from '#budget/virements/rules'
import { scopeOf } from '#budget/virements/scope'

/** Virements: what is moved from which lines to which, before and after. */
export default class VirementsController {
  index(ctx: HttpContext) {
    return listPage(ctx, virementsList, 'pages/budget/virements/index')
  }

  create(ctx: HttpContext) {
    const { from, to, unit } = ctx.request.qs()
    // What a refused form had in its rows; its other fields come back by themselves.
    const kept = ctx.session.flashMessages.get('lines')
    const lines = Array.isArray(kept) ? kept : [{ line_id: from }, { line_id: to }]
    return virementForm(ctx, { unit, lines })
  }

  /** The simulator: the form comes back with each line before and after; nothing is written. */
  async preview(ctx: HttpContext) {
    const typed = await readVirement(ctx)
    try {
      const effects = await previewVirement(askedOf(typed), {
        unitId: typed.unit,
        trx: db as never,
      })
      const scope = scopeOf(effects.map(({ line }) => line))
      const amount = Money.sum(effects.map((one) => one.amount).filter((one) => one.isPositive()))
      const needed = await decisionNeeded({ scope, amount }, { on: today(), unitId: typed.unit })
      const locale = ctx.i18n.locale as Locale
      const shown = effects.map((effect) => shownLine(effect, locale))
      return virementForm(ctx, ctx.request.all(), { effects: shown, scope, amount, needed })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const refusal = error.adviceFor(ctx.i18n.locale as Locale)
      return virementForm(ctx, ctx.request.all(), { refusal })
    }
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session, i18n } = ctx
    const typed = await readVirement(ctx)
    const user = auth.getUserOrFail()
    const made = await new ProposeVirement().handle(
      {
        unitId: typed.unit,
        lines: askedOf(typed),
        reason: typed.reason,
        decision: {
          no: typed.decision_no,
          on: typed.decision_on,
          authority: typed.decision_authority,
        },
      },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    session.flash('success', i18n.t('budget.virements.proposed', { no: made.label }))
    return response.redirect().status(303).toPath(`/budget/virements/${made.id}`)
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const one = await Virement.findOrFail(params.id)
    const waits = one.status === 'proposed'
    const approves = user.can('budget.virements.approve', one.unitId) && one.madeBy !== user.id
    return view.render('pages/budget/virements/show', {
      one,
      tone: VIREMENT_TONES[one.status as keyof typeof VIREMENT_TONES],
      ...(await shownVirement(one, i18n.locale as Locale)),
      mayApprove: waits && approves && one.firstApprovedBy !== user.id,
      mayRefuse: waits && approves,
      mayWithdraw: waits && user.can(MANAGE, one.unitId),
    })
  }
}
