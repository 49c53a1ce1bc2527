import { latinDigits, stripInvisible } from '#core/arabic'
import { DomainError, sentence } from '#core/domain_error'
import type { Position } from '#registry/geo/types'
import { degreesOf } from '#registry/coordinates/degrees'
import { numbersOf } from '#registry/coordinates/numbers'

/** The numbers of a survey sheet, in the order and unit in which it gives them. */
export interface Pasted {
  /** Outlines: pairs as the sheet has them, without the corner that closes. */
  outlines: Position[][]
  /** Whether the sheet says which number comes first: easting, or northing. */
  order: 'en' | 'ne' | null
  /** The corner that a sheet repeats to close an outline, where it differs from the first. */
  closing: { outline: number; from: Position; to: Position } | null
  /** Lines without two numbers that are no heading either. */
  skipped: { line: number; text: string }[]
}

/** Pasted text without a single pair of numbers. */
export class NoCoordinatesError extends DomainError {
  static override code = 'E_NO_COORDINATES'
}

/** A longer outline comes as a file. */
const MOST = 5000

const EASTING = /شرق|(^|[^\p{L}])(س|e|x|lon|long|longitude|easting|طول)([^\p{L}]|$)/iu
const NORTHING = /شمال|(^|[^\p{L}])(ص|n|y|lat|latitude|northing|عرض)([^\p{L}]|$)/iu

/**
 * Reads what a person copied from a survey sheet: a corner a line or all in one row, Arabic or Latin
 * digits, any separators, with or without corner numbers, headings and heights, degrees as decimals
 * or in minutes and seconds. An empty line begins another outline.
 * @throws NoCoordinatesError when there is nothing to read or too much
 */
export function readPasted(text: string): Pasted {
  const plain = latinDigits(stripInvisible(wktLines(text)))
    .replaceAll('٫', '.')
    .replaceAll('٬', '')
  const outlines: Position[][] = [[]]
  const skipped: Pasted['skipped'] = []
  let order: Pasted['order'] = null
  const lone: number[] = []
  plain.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') {
      if (outlines.at(-1)!.length > 0) outlines.push([])
      return
    }
    const degrees = degreesOf(line)
    const numbers = degrees?.values ?? numbersOf(line)
    const said = degrees?.order ?? orderSaid(line)
    if (said && numbers.length < 2) order ??= said
    if (numbers.length >= 2) {
      order ??= said
      outlines.at(-1)!.push(...pairsOf(numbers))
    } else if (numbers.length === 1 && !said) lone.push(numbers[0]!)
    else if (!said) skipped.push({ line: index + 1, text: line.trim().slice(0, 60) })
  })
  // A column of numbers one below the other: easting, northing, easting, northing …
  if (outlines.flat().length === 0) outlines[0]!.push(...pairsOf(lone))
  return finished(outlines, order, skipped)
}

function finished(read: Position[][], order: Pasted['order'], skipped: Pasted['skipped']): Pasted {
  const outlines = read.filter((outline) => outline.length > 0)
  const count = outlines.flat().length
  if (count === 0) throw nothing()
  if (count > MOST) throw tooMany(count)
  let closing: Pasted['closing'] = null
  outlines.forEach((outline, index) => {
    const [first, last] = [outline[0]!, outline.at(-1)!]
    if (outline.length < 4 || !closes(outline)) return
    outline.pop()
    if (first[0] !== last[0] || first[1] !== last[1]) {
      closing ??= { outline: index, from: last, to: first }
    }
  })
  return { outlines, order, closing, skipped }
}

/** Whether the last corner is the first again, as measured a second time: a hundredth of the way round. */
function closes(outline: readonly Position[]): boolean {
  let around = 0
  for (let i = 1; i < outline.length; i++) around += apart(outline[i - 1]!, outline[i]!)
  return apart(outline[0]!, outline.at(-1)!) <= around / 100
}

function apart([x1, y1]: Position, [x2, y2]: Position): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

/** Two numbers are a pair; of three, a small whole one before is the corner's number, else the third is a height; an even row is many pairs. */
function pairsOf(numbers: readonly number[]): Position[] {
  if (numbers.length < 2) return []
  const numbered = numbers.length % 2 === 1 && isCornerNumber(numbers[0]!, numbers[1]!)
  const [a, b, c, d, ...rest] = numbered ? numbers.slice(1) : numbers
  if (numbers.length <= 3) return [[a!, b!]]
  // A corner's number before and its height behind.
  if (rest.length === 0 && !numbered && isCornerNumber(a!, b!) && !sameSize(b!, d!))
    return [[b!, c!]]
  const all = numbered ? numbers.slice(1) : numbers
  const pairs: Position[] = []
  for (let i = 0; i + 1 < all.length; i += 2) pairs.push([all[i]!, all[i + 1]!])
  return pairs
}

function isCornerNumber(value: number, next: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 10_000 && Math.abs(next) > value / 1000
}

/** Whether a fourth number may be a northing like the third rather than a height. */
function sameSize(easting: number, fourth: number): boolean {
  return Math.abs(fourth) > Math.abs(easting) / 10
}

function orderSaid(line: string): Pasted['order'] {
  const [east, north] = [line.search(EASTING), line.search(NORTHING)]
  if (east === -1 || north === -1) return null
  return east < north ? 'en' : 'ne'
}

/** Well-known text (POLYGON …) as lines of corners. */
function wktLines(text: string): string {
  if (!/^\s*(MULTI)?(POLYGON|POINT|LINESTRING)/i.test(text)) return text
  return text
    .replace(/^[^(]*/, '')
    .replace(/\)\s*,\s*\(/g, '\n\n')
    .replaceAll(',', '\n')
    .replace(/[()]/g, ' ')
}

function nothing(): NoCoordinatesError {
  return new NoCoordinatesError(
    sentence(
      'لا يوجد في النص زوج واحد من الإحداثيات.',
      'There is not one pair of coordinates in the text.'
    ),
    {
      cure: sentence(
        'الصق نقطة في كل سطر، مثل: 637570.862 814926.671',
        'Paste a corner a line, such as 637570.862 814926.671'
      ),
    }
  )
}

function tooMany(count: number): NoCoordinatesError {
  return new NoCoordinatesError(
    sentence(
      `عدد النقاط ${count} يزيد على ${MOST}.`,
      `${count} points are more than the ${MOST} that can be pasted.`
    ),
    { facts: { count }, cure: sentence('استوردها من ملف.', 'Import them from a file.') }
  )
}
