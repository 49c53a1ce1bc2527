import db from '@adonisjs/lucid/services/db'
import type { Sentence } from '#core/domain_error'
import { beltOf, gridOf } from '#registry/geo/grids'
import { isInside } from '#registry/geo/inside'
import { likelyGrids, type LikelyGrid } from '#registry/geo/likely'
import { limitOf } from '#registry/geo/limits'
import { problemsOf } from '#registry/geo/overlay'
import {
  ellipsoidArea,
  fromDb,
  gridArea,
  perimeter,
  polygonsOf,
  toWkb,
  type Position,
  type Shape,
} from '#registry/geo/shape'
import { rememberedGrid, type GridChoice } from '#registry/coordinates/choices'
import { readPasted, type Pasted } from '#registry/coordinates/pasted'
import { closingMetres, placeOf, shapeOf } from '#registry/coordinates/shape_of'

/** One reading of pasted numbers, measured: decimal texts in metres and square metres. */
export interface Candidate extends GridChoice {
  score: number
  names: Sentence
  reasons: Sentence[]
  wrongBelt: boolean
  /** The belt in which the place would be surveyed, where that is another one. */
  rightBelt: Sentence | null
  /** Whether people of the unit chose it before for this source. */
  remembered: boolean
  at: Position
  shape: Shape | null
  problems: Sentence[]
  /** Names of the unit on whose recorded ground the first corner lies. */
  ground: Sentence | null
  areaM2: string | null
  gridAreaM2: string | null
  perimeterM: string | null
  closingM: string | null
  corners: { label: string; given: [string, string]; lon: string; lat: string }[]
}

export interface Diagnosis {
  pasted: Pasted
  candidates: Candidate[]
  /** The ground of the unit, null when no limit is recorded. */
  limit: { nameAr: string; nameEn: string; shape: Shape } | null
}

/**
 * Names the grids from which pasted numbers may come, the likeliest first, each with its place, its
 * measures and what speaks for and against it. What the unit chose before for the same source stands
 * first where it fits at all.
 * @throws NoCoordinatesError
 */
export async function diagnose(
  text: string,
  { unitId, source }: { unitId: number; source: string }
): Promise<Diagnosis> {
  const pasted = readPasted(text)
  const limit = await limitOf(unitId)
  const remembered = await rememberedGrid(unitId, source)
  const points = pasted.outlines.flat()
  const readings = likelyGrids(points, { unitLimits: limit ? [limit.shape] : [] }).map((reading) =>
    // What a heading says of the order is a reason, and may be wrong like all headings.
    pasted.order && pasted.order !== reading.order
      ? { ...reading, score: Math.max(0, reading.score - 15) }
      : reading
  )
  const isKnown = ({ epsg, order }: LikelyGrid) =>
    remembered?.epsg === epsg && remembered.order === order
  readings.sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)) || b.score - a.score)
  const candidates = await Promise.all(
    readings.map(async (reading) => candidateOf(pasted, reading, isKnown(reading)))
  )
  return { pasted, candidates, limit }
}

async function candidateOf(
  pasted: Pasted,
  { epsg, order, score, reasons, wrongBelt, at }: LikelyGrid,
  remembered: boolean
): Promise<Candidate> {
  const choice = { epsg, order }
  const shape = shapeOf(pasted.outlines, choice)
  const problems = shape ? problemsOf(shape).map(({ messages }) => messages) : []
  const isArea = shape !== null && shape.type !== 'Point' && problems.length === 0
  const belt = beltOf(at)
  const grid = gridOf(epsg)
  return {
    ...choice,
    score,
    names: grid.names,
    reasons,
    wrongBelt,
    rightBelt: wrongBelt && belt !== epsg ? gridOf(belt).names : null,
    remembered,
    at,
    shape,
    problems,
    ground: await groundAt(at),
    areaM2: isArea ? ellipsoidArea(shape).toFixed(2) : null,
    gridAreaM2: isArea ? gridArea(shape, grid.unit === 'metre' ? epsg : belt).toFixed(2) : null,
    perimeterM: isArea ? perimeter(shape).toFixed(2) : null,
    closingM: pasted.closing ? closingMetres(pasted.closing, choice).toFixed(3) : null,
    corners: pasted.outlines.flat().map((pair, index) => {
      const [lon, lat] = placeOf(pair, choice)
      return {
        label: String(index + 1),
        given: [String(pair[0]), String(pair[1])],
        lon: lon.toFixed(7),
        lat: lat.toFixed(7),
      }
    }),
  }
}

/** The lowest unit on whose recorded ground a place lies today. */
async function groundAt(at: Position): Promise<Sentence | null> {
  const point = toWkb({ type: 'Point', coordinates: at })
  const rows = await db.transaction(async (trx) => {
    const [found] = await trx.rawQuery(
      `SELECT u.name_ar AS ar, u.name_en AS en, ST_AsBinary(l.shape) AS shape
         FROM unit_limits l STRAIGHT_JOIN units u ON u.id = l.unit_id
        WHERE MBRIntersects(l.shape, ST_GeomFromWKB(?)) AND l.valid_from <= CURDATE()
          AND NOT EXISTS (SELECT 1 FROM unit_limits n WHERE n.unit_id = l.unit_id
                           AND n.valid_from > l.valid_from AND n.valid_from <= CURDATE())
        ORDER BY l.area_m2, l.id`,
      [point]
    )
    return found as { ar: string; en: string; shape: Buffer }[]
  })
  const ground = rows.find(({ shape }) => isInside(at, polygonsOf(fromDb(shape))))
  return ground ? { ar: ground.ar, en: ground.en } : null
}
