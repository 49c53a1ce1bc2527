import db from '@adonisjs/lucid/services/db'
import { latinDigits } from '#core/arabic'
import type { Narrowing } from '#core/lists/definition'
import { COUNTED } from '#core/lists/list'
import { sampleOf, type Sample } from '#registry/search/sample'
import { isShort, lookingFor, wordsOf } from '#registry/search/words'

/** What the register puts before shorter words, so that the index keeps them too (`short_words`). */
const LENGTHENED = '__'
/** Above so many found by the index, looking at each row in the order of the list is quicker. */
const OF_INDEX = 5_000
/** So many assets of a tenant's name, or of the beginning of a code, are looked at. */
const OF_PARTIES = 2_000
const OF_CODES = 200
/** One row in so many has the words: then a page is soon full by reading the list in its order. */
const OFTEN = 1 / 200
/** A word of more rows than this is not asked of the index, which is slow with its long lists. */
const COMMON = 1 / 50
/** Rows looked at for a count, at most about so many. */
const LOOKED_AT = 20_000

export interface SearchOptions {
  /** Whether the names of those who hold rights may be searched too. */
  parties: boolean
  /** Registers up to this size are simply read through. */
  small?: number
}

/**
 * One box for everything an asset is known by: code, national number, plate, chassis, basin and plot,
 * name, street, landmark, and whoever holds a right on it. Spelling variants and digits are folded; all
 * words must be there, the last letters of each may be missing (of words under three letters none).
 *
 * How it is looked for depends on how often the words occur, by a sample of the register: words of many
 * assets are met soon by reading the list in its order, words of few are found by the full text index.
 * Either way the answer is the same and exact; only the count stops earlier for words of many assets.
 */
export async function assetSearch(
  typed: string,
  { parties, small = 5_000 }: SearchOptions
): Promise<Narrowing> {
  const words = wordsOf(typed)
  if (words.length === 0) return { apply: (query) => void query.whereRaw('1 = 0') }
  const [sample, named] = await Promise.all([sampleOf(words), byName(typed, words, parties)])
  if (sample.rows > small && sample.share < OFTEN) {
    const found = await byIndex(words, sample)
    if (found) return { apply: (query) => void query.whereRaw(among([...found, ...named])) }
  }
  const [looks, values] = lookingFor(words)
  return {
    apply: (query) => void query.whereRaw(`(${looks} OR ${among(named)})`, values),
    countUpTo: sample.rows > small ? countable(sample.share) : COUNTED,
  }
}

/** Ids of the assets with all the words, by the index; null when they are too many for it. */
export async function byIndex(words: readonly string[], sample: Sample): Promise<number[] | null> {
  const byRarity = words.map((word, at) => ({ word, share: sample.shares[at]! }))
  byRarity.sort((a, b) => a.share - b.share || b.word.length - a.word.length)
  const rare = byRarity.filter(({ share }, at) => at === 0 || (at < 3 && share < COMMON))
  const asked = rare.map(({ word }) => `+${isShort(word) ? LENGTHENED + word : `${word}*`}`)
  const [looks, values] = lookingFor(words)
  const [rows] = await db.rawQuery(
    `SELECT id FROM assets WHERE MATCH (search_text, short_words) AGAINST (? IN BOOLEAN MODE) AND ${looks}
     LIMIT ${OF_INDEX + 1}`,
    [asked.join(' '), ...values]
  )
  return rows.length > OF_INDEX ? null : rows.map(idOf)
}

/** Ids of the assets that a number names, as it stands on paper, and of those whose holder bears the name. */
async function byName(
  typed: string,
  words: readonly string[],
  parties: boolean
): Promise<number[]> {
  const branches: [sql: string, value: string][] = []
  const number = latinDigits(typed).toUpperCase().trim()
  if (/^[A-Z0-9][A-Z0-9/ -]{2,39}$/.test(number) && /\d/.test(number)) {
    branches.push(
      [`(SELECT id FROM assets WHERE code LIKE ? LIMIT ${OF_CODES})`, `${number}%`],
      ['(SELECT id FROM assets WHERE unified_property_no = ?)', number],
      ['(SELECT asset_id AS id FROM asset_movables WHERE chassis_no = ?)', number]
    )
  }
  if (parties) {
    branches.push([
      `(SELECT rights.asset_id AS id FROM parties JOIN rights ON rights.party_id = parties.id
        WHERE parties.folded_name LIKE ? LIMIT ${OF_PARTIES})`,
      `${words.join(' ')}%`,
    ])
  }
  if (branches.length === 0) return []
  const [rows] = await db.rawQuery(
    `SELECT id FROM (${branches.map(([sql]) => sql).join(' UNION ')}) AS named`,
    branches.map(([, value]) => value)
  )
  return rows.map(idOf)
}

const idOf = ({ id }: { id: number | string }) => Number(id)

/** Ids of ours, not text of a request: written out, they spare thousands of parameters. */
function among(ids: readonly number[]): string {
  return ids.length > 0 ? `assets.id IN (${[...new Set(ids)].join(',')})` : '1 = 0'
}

/** How far to count so that about {@link LOOKED_AT} rows are read: a round number. */
function countable(share: number): number {
  const most = Math.min(COUNTED, LOOKED_AT * share)
  return [10_000, 5_000, 2_000, 1_000, 500, 200].find((round) => round <= most) ?? 100
}
