import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'

export interface KeyFigure {
  label: string
  /** As it is to be read. */
  value: string
}

export interface Bar {
  label: string
  /** The length of the bar: a number, or anything whose text is a plain decimal. Never negative. */
  value: number | bigint | { toString(): string }
  /** As it is to be read; the value's own text when left out. */
  text?: string
}

const CARDS_A_ROW = 4
const GAP = 8
const CARD_HEIGHT = 46
const BAR_HEIGHT = 13
const BAR_STEP = 18

/** The few figures a reader looks for first, as a row of cards. */
export function drawKeyFigures(pages: Pages, figures: readonly KeyFigure[]): void {
  for (let first = 0; first < figures.length; first += CARDS_A_ROW) {
    const row = figures.slice(first, first + CARDS_A_ROW)
    pages.ensure(CARD_HEIGHT + GAP)
    const width = (pages.width - GAP * (row.length - 1)) / row.length
    for (const [index, figure] of row.entries()) {
      drawCard(pages, figure, pages.fromStart(index * (width + GAP), width), width)
    }
    pages.y += CARD_HEIGHT + GAP
  }
}

function drawCard(pages: Pages, { label, value }: KeyFigure, x: number, width: number): void {
  const { canvas, faces, y } = pages
  const room = width - 16
  canvas.area(x, y, width, CARD_HEIGHT, PALETTE.stripe)
  canvas.area(pages.direction === 'rtl' ? x + width - 3 : x, y, 3, CARD_HEIGHT, PALETTE.accent)
  const name = faces.regular.lines.line(label)
  const nameSize = Math.min(8.5, (room * 1000) / Math.max(name.width, 1))
  pages.put(name, x + 8, y + 5, room, { size: nameSize, ink: PALETTE.quiet })
  const figure = faces.bold.lines.line(value)
  const size = Math.min(15, (room * 1000) / Math.max(figure.width, 1))
  pages.put(figure, x + 8, y + 19 + (15 - size), room, { size })
}

/** Bars lying side by side for comparison, the longest as long as the room. */
export function drawBars(pages: Pages, bars: readonly Bar[]): void {
  const { faces } = pages
  // Only the length of ink is computed here, never a figure that is read.
  const lengths = bars.map((bar) => Math.max(0, Number(String(bar.value)) || 0))
  const longest = Math.max(...lengths, 0)
  const texts = bars.map((bar) => faces.bold.lines.line(bar.text ?? String(bar.value)))
  const labels = bars.map((bar) => faces.regular.lines.line(bar.label))
  const widest = (lines: { width: number }[]) =>
    lines.reduce((most, line) => Math.max(most, (line.width * 8.5) / 1000), 0)
  const labelRoom = Math.min(widest(labels) + 8, pages.width * 0.4)
  const textRoom = widest(texts) + 8
  const barRoom = pages.width - labelRoom - textRoom

  for (const [index, label] of labels.entries()) {
    pages.ensure(BAR_STEP)
    const length = longest ? (lengths[index]! / longest) * barRoom : 0
    const labelSize = Math.min(8.5, ((labelRoom - 8) * 1000) / Math.max(label.width, 1))
    const y = pages.y + (BAR_STEP - BAR_HEIGHT) / 2
    pages.put(label, pages.fromStart(0, labelRoom - 8), y, labelRoom - 8, { size: labelSize })
    pages.canvas.area(pages.fromStart(labelRoom, length), y, length, BAR_HEIGHT, PALETTE.accent)
    const textX = pages.fromStart(labelRoom + length + 5, textRoom)
    pages.put(texts[index]!, textX, y, textRoom, { size: 8.5 })
    pages.y += BAR_STEP
  }
  const axis = pages.fromStart(labelRoom, 0)
  const top = Math.max(pages.y - bars.length * BAR_STEP, 0)
  pages.canvas.line(axis, top, axis, pages.y, PALETTE.rule)
  pages.y += 8
}
