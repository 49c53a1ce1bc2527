import type { Mark } from '#core/documents/drawing'
import type { Words } from '#core/lists/definition'
import type { Corner } from '#registry/geo/sketch/outline'

const ROW = 4.6
const BLOCKS = 2
const WIDTH = 92
const LETTERS = { size: 2.9, hold: 'middle' } as const

/** The table of corners below the frame of a sheet, in two blocks side by side. */
export function cornerTable(
  corners: readonly Corner[],
  all: number,
  top: number,
  { t, locale }: Words
): { marks: Mark[]; bottom: number } {
  const isArabic = locale === 'ar'
  const headings = ['corner', 'east', 'north', 'next'].map((key) => t(`registry.sketch.${key}`))
  const lines = corners.flatMap((corner, index) =>
    corner.part && corner.part !== corners[index - 1]?.part ? [corner.part, corner] : [corner]
  )
  const rows = Math.ceil(lines.length / BLOCKS)
  const marks: Mark[] = []
  for (let block = 0; block < BLOCKS; block++) {
    const mine = lines.slice(block * rows, (block + 1) * rows)
    if (mine.length === 0) continue
    const left = isArabic === (block === 0) ? 98 : 0
    const places = [0.09, 0.35, 0.62, 0.87].map(
      (share) => left + WIDTH * (isArabic ? 1 - share : share)
    )
    const line = (y: number): Mark => ({
      kind: 'line',
      from: [left, y],
      to: [left + WIDTH, y],
      role: 'frame',
    })
    const row = (texts: string[], y: number, role: 'title' | 'words'): Mark[] =>
      texts.map((text, index) => ({
        kind: 'text',
        at: [places[index]!, y],
        text,
        ...LETTERS,
        role,
      }))
    marks.push(line(top), ...row(headings, top + 3.4, 'title'), line(top + ROW))
    mine.forEach((entry, index) => {
      const y = top + ROW * (index + 1) + 3.4
      if (typeof entry === 'string') {
        const middle = left + WIDTH / 2
        marks.push({ kind: 'text', at: [middle, y], text: entry, ...LETTERS, role: 'title' })
      } else {
        const { label, east, north, length } = entry
        marks.push(...row([label, east, north, length], y, 'words'))
      }
    })
    marks.push(line(top + ROW * (mine.length + 1)))
  }
  const bottom = top + ROW * (rows + 1) + 4
  if (all === corners.length) return { marks, bottom }
  const text = t('registry.sketch.more', { count: all - corners.length })
  marks.push({ kind: 'text', at: [95, bottom + 2], text, size: 3, hold: 'middle', role: 'words' })
  return { marks, bottom: bottom + 6 }
}
