import { writtenFeddan } from '#registry/geo/feddan'
import { bbox } from '#registry/geo/shape'
import { simplified } from '#registry/geo/simplify'
import type { Shape } from '#registry/geo/types'
import type { Candidate, Diagnosis } from '#registry/coordinates/diagnosis'
import type { GridChoice } from '#registry/coordinates/choices'

type Locale = 'ar' | 'en'

/** What is drawn of a reading: the unit's ground below, each candidate in its colour above. */
export interface DrawnShape {
  label: string
  tone: string
  shape: Shape
  /** Background is neither zoomed to nor named. */
  isGround?: boolean
}

/** Background limits keep outlines to about a hundred metres. */
const COARSE = 0.001

/** A reading as its page lays it out. */
export function readingPage(
  chosen: { epsg: number | null; axisOrder: string | null },
  { pasted, candidates, limit }: Diagnosis,
  locale: Locale
) {
  const cards = candidates.map((candidate, index) => ({
    ...candidate,
    tone: `tone-${index + 1}`,
    key: `${candidate.epsg}-${candidate.order}`,
    name: candidate.names[locale],
    why: candidate.reasons.map((reason) => reason[locale]),
    faults: candidate.problems.map((problem) => problem[locale]),
    rightName: candidate.rightBelt?.[locale] ?? null,
    groundName: candidate.ground?.[locale] ?? null,
    feddan: candidate.areaM2 ? writtenFeddan(candidate.areaM2, locale) : null,
    isChosen: isSame(candidate, chosen),
    url: placeUrl(candidate),
  }))
  const ground = limit && simplified(limit.shape, COARSE)
  const drawn: DrawnShape[] = [
    ...(ground ? [{ label: '', tone: 'ground', shape: ground, isGround: true }] : []),
    ...cards.flatMap(({ name, tone, shape, at }) => {
      const seen: Shape = shape ?? { type: 'Point', coordinates: at }
      return [{ label: name, tone, shape: seen }]
    }),
  ]
  const points = pasted.outlines.flat().length
  return {
    cards,
    drawn,
    points,
    outlines: pasted.outlines.length,
    skipped: pasted.skipped,
    hasLimit: limit !== null,
    limitName: limit ? (locale === 'ar' ? limit.nameAr : limit.nameEn) : null,
    isUndecided:
      cards.length > 1 && !cards[0]!.remembered && cards[0]!.score - cards[1]!.score < 10,
  }
}

function isSame(one: GridChoice, chosen: { epsg: number | null; axisOrder: string | null }) {
  return one.epsg === chosen.epsg && one.order === chosen.axisOrder
}

/** A `geo:` address, which telephones open in the map a person uses. */
function placeUrl({ at, shape }: Candidate): string {
  const [west, south, east, north] = shape ? bbox(shape) : [at[0], at[1], at[0], at[1]]
  return `geo:${((south + north) / 2).toFixed(6)},${((west + east) / 2).toFixed(6)}`
}
