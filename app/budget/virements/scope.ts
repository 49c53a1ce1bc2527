/** The widest step that a virement takes, from the nearest to the farthest. */
export const SCOPES = ['item', 'group', 'chapter', 'chapters', 'funds'] as const

export type Scope = (typeof SCOPES)[number]

/** Where a line stands in its fund and in the tree of uses: ids, its own where it has no parent. */
export interface Place {
  fundId: number
  chapterId: number
  groupId: number
  itemId: number
}

/** Between what the lines of a virement stand: types of one item, items of one group, … */
export function scopeOf(places: readonly Place[]): Scope {
  const same = (key: keyof Place) => places.every((place) => place[key] === places[0]![key])
  if (!same('fundId')) return 'funds'
  if (!same('chapterId')) return 'chapters'
  if (!same('groupId')) return 'chapter'
  return same('itemId') ? 'item' : 'group'
}
