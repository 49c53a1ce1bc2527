import { fold, latinDigits } from '#core/arabic'
import type { ListQuery } from '#core/lists/definition'

/** InnoDB's full text index keeps words from this length on (innodb_ft_min_token_size). */
const INDEXED = 3
/** So many assets of a tenant's name are looked at; a narrower name finds the rest. */
const OF_PARTIES = 2000

export interface SearchOptions {
  /** Whether the names of those who hold rights may be searched too. */
  parties: boolean
}

/**
 * One box for everything an asset is known by: code, national number, plate, chassis, basin and plot,
 * name, street, landmark, and whoever holds a right on it. Spelling variants and digits are folded; all
 * words must be there, the last letters of each may be missing. Every branch follows an index of its
 * own, so that a million assets are searched like a thousand.
 */
export function searchAssets(query: ListQuery, typed: string, options: SearchOptions): void {
  const words = wordsOf(typed)
  if (words.length === 0) {
    query.whereRaw('1 = 0')
    return
  }
  const branches = [
    ...byNumber(typed),
    byWords(words),
    ...(options.parties ? [byParty(words)] : []),
  ]
  const found = branches.map(([sql]) => `(${sql})`).join(' UNION ')
  // A derived table is worked out once; a union directly inside IN would be asked for every row.
  query.whereRaw(
    `assets.id IN (SELECT id FROM (${found}) AS found)`,
    branches.flatMap(([, values]) => values)
  )
}

type Branch = [sql: string, values: string[]]

/** What was typed as the register folds it, without the signs that mean something to the index. */
export function wordsOf(typed: string): string[] {
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 12)
}

/** Numbers that name one asset, as they stand on paper: whole, or the beginning of a code. */
function byNumber(typed: string): Branch[] {
  const number = latinDigits(typed).toUpperCase().trim()
  if (!/^[A-Z0-9][A-Z0-9/ -]{2,39}$/.test(number) || !/\d/.test(number)) return []
  return [
    ['SELECT id FROM assets WHERE code LIKE ? LIMIT 200', [`${number}%`]],
    ['SELECT id FROM assets WHERE unified_property_no = ?', [number]],
    ['SELECT asset_id FROM asset_movables WHERE chassis_no = ?', [number]],
  ]
}

/** All words by the full text index; those too short for it by looking at what the others found. */
function byWords(words: readonly string[]): Branch {
  const long = words.filter((word) => [...word].length >= INDEXED)
  const short = words.filter((word) => [...word].length < INDEXED)
  const whole = short.map(() => "CONCAT(' ', search_text, ' ') LIKE ?").join(' AND ')
  const marks = short.map((word) => `% ${word} %`)
  if (long.length === 0) return [`SELECT id FROM assets WHERE ${whole}`, marks]
  const asked = long.map((word) => `+${word}*`).join(' ')
  const match = 'MATCH (search_text) AGAINST (? IN BOOLEAN MODE)'
  return [`SELECT id FROM assets WHERE ${match}${whole && ` AND ${whole}`}`, [asked, ...marks]]
}

/** Assets on which someone of this name holds a right. */
function byParty(words: readonly string[]): Branch {
  return [
    `SELECT rights.asset_id FROM parties JOIN rights ON rights.party_id = parties.id
     WHERE parties.folded_name LIKE ? LIMIT ${OF_PARTIES}`,
    [`${words.join(' ')}%`],
  ]
}
