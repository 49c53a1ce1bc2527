import db from '@adonisjs/lucid/services/db'

/** So many filters of a list are kept for a person. */
export const MOST_FILTERS = 30

/** Parts of an address that are a place in a list, not a question to it. */
const PLACES = new Set(['after', 'before', 'format'])

export interface SavedFilter {
  id: number
  name: string
  query: string
}

/** The filters of a list that a person keeps, by their names. */
export async function savedFilters(userId: number, list: string): Promise<SavedFilter[]> {
  return db
    .from('saved_filters')
    .where({ user_id: userId, list })
    .orderBy('name')
    .limit(MOST_FILTERS)
    .select('id', 'name', 'query')
}

/** The question of an address without the place in its answer. */
export function questionOf(query: string): string {
  const asked = new URLSearchParams(query)
  for (const name of [...asked.keys()]) {
    if (PLACES.has(name) || asked.get(name) === '') asked.delete(name)
  }
  return asked.toString().slice(0, 1000)
}

/** Keeps a filter under a name; the same name again replaces it. */
export async function keepFilter(
  userId: number,
  { list, name, query }: { list: string; name: string; query: string }
): Promise<void> {
  await db.rawQuery(
    `INSERT INTO saved_filters (user_id, list, name, query) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE query = VALUES(query)`,
    [userId, list, name, questionOf(query)]
  )
}

export async function dropFilter(userId: number, id: number): Promise<void> {
  await db.from('saved_filters').where({ user_id: userId, id }).delete()
}
