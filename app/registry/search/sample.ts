import db from '@adonisjs/lucid/services/db'
import { lookingFor } from '#registry/search/words'

/** How often words occur among the assets, by a sample of them. */
export interface Sample {
  /** About how many assets there are. */
  rows: number
  /** Share of assets with all the words. */
  share: number
  /** Share of assets with each word, in their order. */
  shares: number[]
}

/** So many stretches of neighbouring ids, spread over all. */
const STRETCHES = 40
const OF_EACH = 50
const FOR_MS = 10 * 60_000
const MOST = 2_000

const kept = new Map<string, { sample: Sample; until: number }>()

/**
 * Looks at two thousand assets for the words. It decides only which way a search is answered, never what
 * the answer is, so it may be some minutes old.
 */
export async function sampleOf(words: readonly string[]): Promise<Sample> {
  const key = words.join(' ')
  const known = kept.get(key)
  if (known && Date.now() < known.until) return known.sample
  const sample = await look(words)
  if (kept.size >= MOST) kept.clear()
  kept.set(key, { sample, until: Date.now() + FOR_MS })
  return sample
}

async function look(words: readonly string[]): Promise<Sample> {
  const [[{ first, last }]] = await db.rawQuery(
    'SELECT MIN(id) AS first, MAX(id) AS last FROM assets'
  )
  if (first === null) return { rows: 0, share: 0, shares: words.map(() => 0) }
  const span = Number(last) - Number(first) + 1
  const step = span / STRETCHES
  const isWhole = step <= OF_EACH
  const stretches = Array.from({ length: STRETCHES }, (_, at) => {
    const from = Math.floor(Number(first) + at * step + Math.random() * (step - OF_EACH))
    return `id BETWEEN ${from} AND ${from + OF_EACH - 1}`
  })
  const each = words.map((word) => lookingFor([word]))
  const [[found]] = await db.rawQuery(
    `SELECT COUNT(*) AS looked, SUM(${each.map((_, at) => `w${at}`).join(' AND ')}) AS whole,
       ${each.map((_, at) => `SUM(w${at}) AS s${at}`).join(', ')}
     FROM (SELECT ${each.map(([sql], at) => `${sql} AS w${at}`).join(', ')}
           FROM assets WHERE ${isWhole ? '1 = 1' : stretches.join(' OR ')}) AS looked`,
    each.flatMap(([, values]) => values)
  )
  const looked = Number(found.looked)
  const share = (count: unknown) => (looked ? Number(count) / looked : 0)
  return {
    rows: isWhole ? looked : Math.round((span * looked) / (STRETCHES * OF_EACH)),
    share: share(found.whole),
    shares: words.map((_, at) => share(found[`s${at}`])),
  }
}
