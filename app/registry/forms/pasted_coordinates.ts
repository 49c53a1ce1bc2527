import { latinDigits } from '#core/arabic'
import { isInside } from '#registry/geo/inside'
import type { Position, Ring, Shape } from '#registry/geo/types'
import { ProposalError } from '#registry/register/errors'

/** A longer outline comes as a file. */
const MOST = 5000

/**
 * Reads coordinates pasted from a survey sheet: a corner a line, with or without its number or letter
 * before it, the numbers parted by spaces, tabs, semicolons or a comma, in Arabic or Latin digits. An
 * empty line begins another outline.
 * @throws ProposalError naming the line that cannot be read
 */
export function readCoordinates(text: string): Position[][] {
  const rings: Position[][] = [[]]
  const lines = latinDigits(text).split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      if (rings.at(-1)!.length > 0) rings.push([])
      continue
    }
    rings.at(-1)!.push(readLine(line, index + 1))
  }
  const found = rings.filter((ring) => ring.length > 0).map(open)
  const corners = found.reduce((sum, ring) => sum + ring.length, 0)
  if (corners > MOST) {
    throw refused(
      `عدد النقاط ${corners} يزيد على ${MOST}؛ استوردها من ملف.`,
      `${corners} points are more than ${MOST}; import them from a file.`
    )
  }
  return found
}

/** A line of the sheet: its last two plain numbers before a height, its own number left out. */
function readLine(line: string, at: number): Position {
  const tokens = tokensOf(line)
  const numbers = tokens.map(numberOf)
  const first = numbers.findIndex((value) => value !== null)
  const plain = numbers.filter((value): value is number => value !== null)
  // The number of a corner stands before its coordinates and is small and whole.
  const numbered =
    plain.length >= 3 && first === 0 && Number.isInteger(plain[0]) && plain[0]! < 10_000
  const [x, y] = numbered ? plain.slice(1) : plain
  if (x === undefined || y === undefined) {
    throw refused(
      `السطر ${at}: «${line.trim().slice(0, 40)}» لا يحوي إحداثيين.`,
      `Line ${at}: "${line.trim().slice(0, 40)}" has no two coordinates.`
    )
  }
  return [x, y]
}

function tokensOf(line: string): string[] {
  const parts = line.trim().split(/[\s;|،]+/)
  return parts.length > 1 ? parts : line.trim().split(',')
}

function numberOf(token: string): number | null {
  const plain = token
    .replaceAll('٫', '.')
    .replaceAll('٬', '')
    .replace(/,$/, '')
    .replace(/,(?=\d{3}(?:\D|$))/g, '')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** An outline that closes itself is kept without its repeated corner. */
function open(ring: Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  const closes = ring.length > 3 && first[0] === last[0] && first[1] === last[1]
  return closes ? ring.slice(0, -1) : ring
}

/**
 * The shape of outlines given as longitude and latitude: a point, a polygon, or several; an outline that
 * begins inside an earlier one is a hole in it.
 * @throws ProposalError when an outline has two corners
 */
export function shapeOf(rings: readonly Position[][]): Shape {
  if (rings.length === 1 && rings[0]!.length === 1) {
    return { type: 'Point', coordinates: rings[0]![0]! }
  }
  const polygons: Ring[][] = []
  for (const ring of rings) {
    if (ring.length < 3) {
      throw refused(
        'المضلع يحتاج ثلاثة أركان على الأقل.',
        'A polygon needs three corners at least.'
      )
    }
    const closed = [...ring, ring[0]!]
    const around = polygons.find((polygon) => isInside(ring[0]!, [[polygon[0]!]]))
    if (around) around.push(closed)
    else polygons.push([closed])
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function refused(ar: string, en: string): ProposalError {
  return new ProposalError('coordinates', ar, en)
}
