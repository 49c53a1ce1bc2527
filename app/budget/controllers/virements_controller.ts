import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { DomainError, type Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { Money } from '#core/money'
import { VIREMENT_TONES, virementsList } from '#budget/lists/virements_list'
import Virement from '#budget/models/virement'
import { linesOffered } from '#budget/queries/lines'
import { shownLine, shownVirement } from '#budget/queries/shown_virement'
import { virementForm } from '#budget/validators'
import ProposeVirement, { previewVirement } from '#budget/virements/propose_virement'
import { decisionNeeded } from '#budget/virements/rules'
import { scopeOf } from '#budget/virements/scope'
import { unitChoice } from '#core/lists/unit_choice'

const MANAGE = 'budget.virements.manage'

/** Virements: what is moved from which lines to which, before and after. */
export default class VirementsController {
  index(ctx: HttpContext) {
    return listPage(ctx, virementsList, 'pages/budget/virements/index')
  }

  create(ctx: HttpContext) {
    const { from, to, unit } = ctx.request.qs()
    return form(ctx, { unit, lines: [{ line_id: from }, { line_id: to }] })
  }

  /** The simulator: the form comes back with each line before and after; nothing is written. */
  async preview(ctx: HttpContext) {
    const typed = await ctx.request.validateUsing(virementForm)
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
      return form(ctx, ctx.request.all(), { effects: shown, scope, amount, needed })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const refusal = error.adviceFor(ctx.i18n.locale as Locale)
      return form(ctx, ctx.request.all(), { refusal })
    }
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session, i18n } = ctx
    const typed = await request.validateUsing(virementForm)
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

/** Rows without a line or amount are left out; what is taken counts below zero. */
function askedOf({ lines }: { lines: { line_id?: number; take?: Money; give?: Money }[] }) {
  return lines.flatMap(({ line_id: lineId, take, give }) => {
    const amount = (give ?? Money.zero).subtract(take ?? Money.zero)
    return lineId && !amount.isZero() ? [{ lineId, amount }] : []
  })
}

async function form(ctx: HttpContext, typed: Record<string, any>, simulated: object | null = null) {
  const { auth, view, i18n } = ctx
  const lines = await linesOffered(auth.getUserOrFail(), MANAGE, {
    locale: i18n.locale as Locale,
    unitId: Number(typed.unit) || null,
  })
  const rows = [...(typed.lines ?? [])]
  while (rows.length < 6) rows.push({})
  const unit = await unitChoice(ctx, MANAGE)
  return view.render('pages/budget/virements/create', { lines, rows, typed, unit, simulated })
}
