import type ShapedFont from '#core/documents/shaped_font'
import type { ShapedWord } from '#core/documents/shaped_font'
import { RunCutter, visualOrder } from '#core/documents/text_runs'
import type { Direction, TextRun } from '#core/documents/text_runs'

/** A line ready for paper: its glyphs from left to right, its width in thousandths of an em. */
export interface TextLine {
  font: ShapedFont
  width: number
  words: readonly ShapedWord[]
}

/**
 * Sets Arabic, Latin and mixed text in one face: finds the direction of each stretch (UAX #9), breaks
 * lines between words in reading order, and orders each line for paper.
 */
export default class ArabicLines {
  readonly #font: ShapedFont
  readonly #cutter: RunCutter

  constructor(font: ShapedFont, direction: Direction) {
    this.#font = font
    this.#cutter = new RunCutter(direction)
  }

  /** The text as one line, however long. */
  line(text: string): TextLine {
    return this.#set(this.#cutter.cut(text.replace(/\s*[\r\n]+\s*/g, ' ')))
  }

  /** The width of the text on one line, in thousandths of an em. */
  width(text: string): number {
    return this.line(text).width
  }

  /** The width of its widest word: a column narrower than that breaks words. */
  widestWord(text: string): number {
    const words = wordsOf(this.#cutter.cut(text.replace(/[\r\n]+/g, ' ')))
    return words.reduce((widest, word) => Math.max(widest, this.#measure(word)), 0)
  }

  /**
   * The text over as many lines as it needs within a width in thousandths of an em. Line ends in the
   * text are kept; a word wider than a line is cut where it must be.
   */
  wrap(text: string, width: number): TextLine[] {
    return text.split(/\r\n?|\n/).flatMap((paragraph) => this.#wrap(paragraph, width))
  }

  #wrap(paragraph: string, width: number): TextLine[] {
    const runs = this.#cutter.cut(paragraph)
    const whole = this.#set(runs)
    if (whole.width <= width) return [whole]

    const lines: TextLine[] = []
    let line: TextRun[] = []
    let used = 0
    const finish = () => {
      lines.push(this.#set(line))
      line = []
      used = 0
    }
    for (const word of wordsOf(runs).flatMap((part) => this.#cut(part, width))) {
      const wide = this.#measure(word)
      if (line.length && used + wide > width && !word[0]!.blank) finish()
      // The blank at which a line was broken is not printed.
      if (!line.length && word[0]!.blank) continue
      line.push(...word)
      used += wide
    }
    if (line.length) finish()
    return lines
  }

  /** A word too wide for a line, in parts that fit: at the blanks of a long number, then anywhere. */
  #cut(word: readonly TextRun[], width: number): (readonly TextRun[])[] {
    if (this.#measure(word) <= width) return [word]
    const parts: TextRun[][] = []
    for (const run of word.flatMap(atBlanks)) {
      let rest = Array.from(run.text)
      while (rest.length) {
        let count = rest.length
        const part = () => ({ ...run, text: rest.slice(0, count).join('') })
        while (count > 1 && this.#measure([part()]) > width) count--
        parts.push([part()])
        rest = rest.slice(count)
      }
    }
    return parts
  }

  #set(runs: readonly TextRun[]): TextLine {
    let end = runs.length
    while (end > 0 && runs[end - 1]!.blank) end--
    const words = visualOrder(end === runs.length ? runs : runs.slice(0, end)).map((run) =>
      this.#font.shape(run.text, run.level % 2 === 1)
    )
    return { font: this.#font, width: words.reduce((sum, word) => sum + word.width, 0), words }
  }

  #measure(runs: readonly TextRun[]): number {
    return runs.reduce((sum, run) => sum + this.#font.shape(run.text, run.level % 2 === 1).width, 0)
  }
}

/** The groups of a telephone number, otherwise kept together, and the blanks between them. */
function atBlanks(run: TextRun): TextRun[] {
  if (run.blank || !run.text.includes(' ')) return [run]
  const parts = run.text.split(/( +)/).filter(Boolean)
  return parts.map((text) => ({ text, level: run.level, blank: text.startsWith(' ') }))
}

/** Runs grouped into words (several runs without a blank between them) and the blanks. */
function wordsOf(runs: readonly TextRun[]): TextRun[][] {
  const words: TextRun[][] = []
  for (const run of runs) {
    const last = words.at(-1)
    if (last && !run.blank && !last[0]!.blank) last.push(run)
    else words.push([run])
  }
  return words
}
