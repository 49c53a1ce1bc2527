import { visible, type Reader } from '#identity/access/visible'
import { NotFoundError } from '#identity/errors'
import type { Permission } from '#identity/permissions'
import Difference from '#revenue/models/difference'
import MatchSuggestion from '#revenue/models/match_suggestion'

/**
 * The ticked rows, when the person holds the permission in the unit of every one of them.
 * @throws NotFoundError when one is not there for him: he learns nothing of it
 */
export async function tickedDifferences(ids: number[], reader: Reader, permission: Permission) {
  const found = await visible(Difference.query(), reader, permission).whereIn('id', ids)
  if (found.length !== new Set(ids).size) throw new NotFoundError()
  return found
}

export async function tickedSuggestions(ids: number[], reader: Reader, permission: Permission) {
  const found = await visible(MatchSuggestion.query(), reader, permission)
    .whereIn('id', ids)
    .orderBy('id')
  if (found.length !== new Set(ids).size) throw new NotFoundError()
  return found
}
