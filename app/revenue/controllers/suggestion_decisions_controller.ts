import type { HttpContext } from '@adonisjs/core/http'
import { safeBackPath } from '#core/safe_back'
import AcceptSuggestion from '#revenue/actions/accept_suggestion'
import RefuseSuggestion from '#revenue/actions/refuse_suggestion'
import type MatchSuggestion from '#revenue/models/match_suggestion'
import { tickedSuggestions } from '#revenue/queries/of_units'
import { decisionForm } from '#revenue/validators/differences'

/** Accepts (store) or refuses (destroy) the ticked suggestions. */
export default class SuggestionDecisionsController {
  async store(ctx: HttpContext) {
    const by = ctx.auth.user!.asActor(ctx.request.id())
    const count = await this.#each(ctx, ({ id }) => new AcceptSuggestion().handle(id, by))
    ctx.session.flash('success', ctx.i18n.t('revenue.reconciliation.accepted_done', { count }))
    return ctx.response
      .redirect()
      .status(303)
      .toPath(safeBackPath(ctx.request) ?? '/revenue/reconciliations')
  }

  async destroy(ctx: HttpContext) {
    const by = ctx.auth.user!.asActor(ctx.request.id())
    const count = await this.#each(ctx, ({ id }) => new RefuseSuggestion().handle(id, { by }))
    ctx.session.flash('success', ctx.i18n.t('revenue.reconciliation.refused_done', { count }))
    return ctx.response
      .redirect()
      .status(303)
      .toPath(safeBackPath(ctx.request) ?? '/revenue/reconciliations')
  }

  /** One may decide others with it (several slips of one credit): those are passed over. */
  async #each({ auth, request }: HttpContext, decide: (one: MatchSuggestion) => Promise<void>) {
    const { ids } = await request.validateUsing(decisionForm)
    const ticked = await tickedSuggestions(ids, auth.user!, 'revenue.matches.decide')
    let count = 0
    for (const suggestion of ticked) {
      const first = count === 0
      if (!first && (await suggestion.refresh()).state !== 'open') continue
      await decide(suggestion)
      count++
    }
    return count
  }
}
