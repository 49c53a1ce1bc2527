import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { takeTurn } from '#revenue/actions/decision'
import { lockSuggestionSet } from '#revenue/actions/suggestion_set'
import MatchSuggestion from '#revenue/models/match_suggestion'

/** A person says that two papers do not belong together: the pair is never suggested again. */
export default class RefuseSuggestion {
  /** @throws SuggestionClosedError when it is no longer open */
  async handle(
    suggestionId: number,
    { by, reason }: { by: Actor & { id: number }; reason?: string },
    outer?: Trx
  ): Promise<void> {
    const { unitId } = await MatchSuggestion.findOrFail(
      suggestionId,
      outer ? { client: outer } : {}
    )
    await within(outer, async (trx) => {
      await takeTurn(unitId, trx)
      const set = await lockSuggestionSet(suggestionId, trx)
      const first = set[0]!
      for (const one of set) {
        await trx.rawQuery(
          "UPDATE match_suggestions SET state = 'refused', decided_by = ?, decided_at = NOW(3) WHERE id = ?",
          [by.id, one.id]
        )
      }
      await Trail.record(
        {
          action: 'match.refused',
          unitId,
          subjectType: 'match_suggestion',
          subjectId: first.id,
          label: `${first.rule} ${first.evidence}`,
          before: { pairs: set.map((one) => ({ left: one.leftId, right: one.rightId })) },
          reason,
        },
        { by, trx }
      )
    })
  }
}
