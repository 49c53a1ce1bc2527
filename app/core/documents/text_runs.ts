import bidiFactory from 'bidi-js'
import type { Bidi } from 'bidi-js'

export type Direction = 'rtl' | 'ltr'

/**
 * A stretch of text that is drawn in one direction and never broken: a word, part of a word where
 * the direction changes inside it, or the blank between words.
 */
export interface TextRun {
  text: string
  /** Embedding level of UAX #9: odd runs are drawn right to left. */
  level: number
  blank: boolean
}

// The package is CommonJS and its types speak of an ES module, so the types miss what is called here.
const bidi = (bidiFactory as unknown as () => Bidi)()

const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
/** Arabic words and neutral signs only: everything is one right-to-left stretch. */
const ARABIC_ONLY =
  /^[\u0610-\u061A\u0620-\u065F\u066E-\u06D3\u06D5-\u06DC\u060C\u061B\u061F .,:;!()«»"'_\-–—/]+$/
const LATIN_LETTER = /[A-Za-z\u00C0-\u024F]/
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** Mixed texts whose runs are kept: names of streets and parties come back on every page. */
const TEXTS_KEPT = 5_000
const UNBROKEN = '\u00A0'

const UNSEEN = /[\u0000-\u001F\u007F\u00AD\u200B\uFEFF]/g

/**
 * Codes, sizes, telephone numbers, signed numbers and shares: `12-B`, `6×4`, `+20 100 123 4567`, `-5`,
 * `20%`. Inside Arabic the plain algorithm would turn their parts around (`B-12`); people write and
 * read them from left to right and undivided, so they are embedded that way and their blanks do not
 * break.
 */
const LEFT_TO_RIGHT_TOKEN = new RegExp(
  [
    String.raw`(?:\+|\b0)\d+(?:[ -]\d{2,})+`,
    String.raw`\d+(?:[.,]\d+)* ?[×xX*] ?\d+(?:[.,]\d+)*(?: ?[×xX*] ?\d+(?:[.,]\d+)*)?`,
    String.raw`\b(?=[^\s\u0600-\u06FF]*\d)[A-Za-z0-9]+(?:[-–/\\._:,#&@+×]+[A-Za-z0-9]+)+%?`,
    String.raw`(?<![\w\u0600-\u06FF])[-+−]\d[\d,.]*%?`,
    String.raw`\d[\d.,]*%`,
  ].join('|'),
  'g'
)

/**
 * The direction a text is read in: in an Arabic document right to left as soon as it has Arabic, in an
 * English one by its first letter (UAX #9, rules P2 and P3).
 */
export function directionOf(text: string, document: Direction): Direction {
  if (!RTL_LETTER.test(text)) return 'ltr'
  if (document === 'rtl') return 'rtl'
  return text.search(RTL_LETTER) < firstLatin(text) ? 'rtl' : 'ltr'
}

/** Cuts texts (without line ends) into runs in reading order, for a document of one direction. */
export class RunCutter {
  readonly #document: Direction
  readonly #mixed = new Map<string, TextRun[]>()

  constructor(document: Direction) {
    this.#document = document
  }

  cut(text: string): readonly TextRun[] {
    if (!RTL_LETTER.test(text)) return evenRuns(clean(text), 0)
    if (ARABIC_ONLY.test(text)) return evenRuns(clean(text), 1)
    let runs = this.#mixed.get(text)
    if (!runs) {
      if (this.#mixed.size >= TEXTS_KEPT) this.#mixed.clear()
      runs = mixedRuns(clean(text), directionOf(text, this.#document))
      this.#mixed.set(text, runs)
    }
    return runs
  }
}

/** Runs of one line put in the order they stand on paper, from left to right (UAX #9, rule L2). */
export function visualOrder(runs: readonly TextRun[]): TextRun[] {
  let highest = 0
  let lowestOdd = Infinity
  for (const { level } of runs) {
    if (level > highest) highest = level
    if (level % 2 && level < lowestOdd) lowestOdd = level
  }
  const order = [...runs]
  for (let level = highest; level >= lowestOdd; level--) reverseFrom(order, level)
  return order
}

/** The characters of a right-to-left run with brackets and the like turned about (rule L4). */
export function mirrored(text: string): string {
  let result = ''
  for (const character of text) result += bidi.getMirroredCharacter(character) ?? character
  return result
}

function clean(text: string): string {
  return text.replace(/[\t\u00A0]/g, ' ').replace(UNSEEN, '')
}

function evenRuns(text: string, level: number): TextRun[] {
  const runs: TextRun[] = []
  const bound = level === 0 ? text.replace(LEFT_TO_RIGHT_TOKEN, unbroken) : text
  for (const part of bound.replace(BIDI_CONTROL, '').split(/( +)/)) {
    if (!part) continue
    runs.push({ text: part.replaceAll(UNBROKEN, ' '), level, blank: part.startsWith(' ') })
  }
  return runs
}

function mixedRuns(text: string, direction: Direction): TextRun[] {
  const marked = /\d/.test(text) ? text.replace(LEFT_TO_RIGHT_TOKEN, embedded) : text
  const { levels } = bidi.getEmbeddingLevels(marked, direction)
  const runs: TextRun[] = []
  let start = 0
  for (let end = 1; end <= marked.length; end++) {
    const ends =
      end === marked.length ||
      levels[end] !== levels[start] ||
      (marked[end] === ' ') !== (marked[start] === ' ')
    if (!ends) continue
    const part = marked.slice(start, end).replace(BIDI_CONTROL, '')
    const blank = part.startsWith(' ')
    if (part) runs.push({ text: part.replaceAll(UNBROKEN, ' '), level: levels[start]!, blank })
    start = end
  }
  return runs
}

function embedded(token: string): string {
  return `\u202A${unbroken(token)}\u202C`
}

function unbroken(token: string): string {
  return token.replaceAll(' ', UNBROKEN)
}

function firstLatin(text: string): number {
  const place = text.search(LATIN_LETTER)
  return place === -1 ? text.length : place
}

function reverseFrom(runs: TextRun[], level: number): void {
  for (let start = 0; start < runs.length; start++) {
    if (runs[start]!.level < level) continue
    let end = start
    while (end < runs.length && runs[end]!.level >= level) end++
    runs.splice(start, end - start, ...runs.slice(start, end).reverse())
    start = end
  }
}
