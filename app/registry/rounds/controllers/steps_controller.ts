import type { HttpContext } from '@adonisjs/core/http'
import AssignLines, { type Area } from '#registry/rounds/actions/assign_lines'
import CloseRound from '#registry/rounds/actions/close_round'
import FormTeam from '#registry/rounds/actions/form_team'
import PlanRound from '#registry/rounds/actions/plan_round'
import ProposeDifferences from '#registry/rounds/actions/propose_differences'
import StartRound from '#registry/rounds/actions/start_round'
import { assignmentForm, reasonForm, teamForm } from '#registry/rounds/validators'

/** The steps of a round, each its own address: start, teams, assignment, differences, end. */
export default class StepsController {
  async start(ctx: HttpContext) {
    const round = await new StartRound().handle(idOf(ctx), actOf(ctx))
    return done(ctx, 'started', { lines: round.linesCount })
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonForm)
    await new PlanRound().cancel(idOf(ctx), reason, actOf(ctx))
    return done(ctx, 'cancelled')
  }

  async team(ctx: HttpContext) {
    const { name, user_ids: userIds, team_id: teamId } = await ctx.request.validateUsing(teamForm)
    await new FormTeam().handle(idOf(ctx), { name, userIds }, { ...actOf(ctx), teamId })
    return done(ctx, 'team_formed', { name })
  }

  async assign(ctx: HttpContext) {
    const form = await ctx.request.validateUsing(assignmentForm)
    const lines = await new AssignLines().handle(
      idOf(ctx),
      form.team_id,
      areaOf(form.by, form.areas ?? [], form.ids ?? []),
      actOf(ctx)
    )
    return done(ctx, 'assigned', { lines }, form.by === 'hand' ? '/assignments' : '')
  }

  async propose(ctx: HttpContext) {
    const changes = await new ProposeDifferences().handle(idOf(ctx), actOf(ctx))
    return done(ctx, 'proposed', { changes })
  }

  async close(ctx: HttpContext) {
    await new CloseRound().handle(idOf(ctx), actOf(ctx))
    return done(ctx, 'closed')
  }
}

const idOf = ({ params }: HttpContext) => Number(params.id)

const actOf = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail().asActor(request.id()),
})

function done(ctx: HttpContext, text: string, data?: Record<string, unknown>, page = '') {
  ctx.session.flash('success', ctx.i18n.t(`registry.rounds.done.${text}`, data))
  return ctx.response.redirect().status(303).toPath(`/registry/rounds/${ctx.params.id}${page}`)
}

function areaOf(by: Area['by'], areas: readonly string[], ids: readonly number[]): Area {
  switch (by) {
    case 'cell':
      return { by, cells: areas.map(Number).filter(Number.isSafeInteger) }
    case 'street':
      return { by, streets: areas }
    case 'unit':
      return { by, unitIds: areas.map(Number).filter(Number.isSafeInteger) }
    case 'hand':
      return { by, lineIds: ids }
  }
}
