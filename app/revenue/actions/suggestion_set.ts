import type { Trx } from '#core/within'
import { SuggestionClosedError } from '#revenue/errors'
import MatchSuggestion from '#revenue/models/match_suggestion'

/**
 * The suggestion with all that stand or fall with it, locked: several slips that make one credit (or
 * several credits that make one slip) are one decision.
 * @throws SuggestionClosedError unless all of them are open
 */
export async function lockSuggestionSet(id: number, trx: Trx): Promise<MatchSuggestion[]> {
  const asked = await MatchSuggestion.query({ client: trx })
    .where('id', id)
    .forUpdate()
    .firstOrFail()
  const set = [asked, ...(await companions(asked, trx))]
  const closed = set.find((one) => one.state !== 'open')
  if (closed) throw new SuggestionClosedError(closed.id, closed.state)
  return set
}

async function companions(asked: MatchSuggestion, trx: Trx): Promise<MatchSuggestion[]> {
  const shared = { slips_to_one_credit: 'left_id', one_slip_to_credits: 'right_id' }[asked.rule]
  if (!shared) return []
  return MatchSuggestion.query({ client: trx })
    .where('leg', asked.leg)
    .where('rule', asked.rule)
    .where(shared, shared === 'left_id' ? asked.leftId : asked.rightId)
    .whereNot('id', asked.id)
    .whereIn('state', ['open'])
    .orderBy('id')
    .forUpdate()
}
