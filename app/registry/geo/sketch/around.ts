import { figure } from '#registry/rules/finding'
import { SIDES } from '#registry/rules/sides'
import type { Mark } from '#registry/geo/sketch/marks'
import type { Position } from '#registry/geo/types'

type Locale = 'ar' | 'en'

interface Frame {
  left: number
  top: number
  width: number
  height: number
}

/** What a sketch says around its outline; figures are texts. */
export interface Around {
  title: string
  grid: string
  epsg: number
  scale: number
  m2: string
  feddan: string
  perimeter: string
  boundaries: readonly { side: string; text: string | null; length: string | null }[]
  frame: Frame
  locale: Locale
}

const WORDS = {
  ar: {
    scale: 'مقياس الرسم',
    area: 'المساحة',
    m2: 'م²',
    perimeter: 'المحيط',
    m: 'م',
    north: 'ش',
    corner: 'النقطة',
    east: 'شرقيات (م)',
    northing: 'شماليات (م)',
    next: 'إلى التالية (م)',
    more: (count: number) => `و${figure(count).ar} نقاط أخرى غير مدونة هنا`,
    long: 'بطول',
  },
  en: {
    scale: 'Scale',
    area: 'Area',
    m2: 'm²',
    perimeter: 'Perimeter',
    m: 'm',
    north: 'N',
    corner: 'Corner',
    east: 'Easting (m)',
    northing: 'Northing (m)',
    next: 'To the next (m)',
    more: (count: number) => `and ${count} more corners not listed here`,
    long: 'length',
  },
}

/** Title, figures, frame, words of the deed by side, north and scale bar. */
export function heading(around: Around): Mark[] {
  const { frame, locale, title, scale, boundaries } = around
  const words = WORDS[locale]
  const isArabic = locale === 'ar'
  const [start, hold] = isArabic ? ([frame.width, 'right'] as const) : ([0, 'left'] as const)
  const end = isArabic ? 0 : frame.width
  const far = isArabic ? ('left' as const) : ('right' as const)
  const text = (
    at: Position,
    words_: string,
    size: number,
    side: 'left' | 'middle' | 'right',
    role: 'title' | 'words' = 'words'
  ): Mark => ({ kind: 'text', at, text: words_, size, hold: side, role })
  return [
    text([start, 7], title, 5.5, hold, 'title'),
    text([start, 14], `${words.area}: ${around.m2} ${words.m2} — ${around.feddan}`, 3.4, hold),
    text([start, 19.5], `${words.perimeter}: ${around.perimeter} ${words.m}`, 3.4, hold),
    text([end, 14], around.grid, 3.4, far),
    text([end, 19.5], `EPSG:${around.epsg}`, 3.2, far),
    ...box(frame),
    ...boundaries.flatMap((boundary) => sideWords(boundary, frame, locale)),
    ...northArrow([frame.width - 10, frame.top + 12], words.north),
    ...scaleBar(frame, scale, `${words.scale} 1:${scale}`, words.m),
  ]
}

function box({ left, top, width, height }: Frame): Mark[] {
  const [right, bottom] = [left + width, top + height]
  const ring: Position[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ]
  return [{ kind: 'outline', rings: [ring], role: 'frame' }]
}

function sideWords(
  { side, text, length }: { side: string; text: string | null; length: string | null },
  frame: Frame,
  locale: Locale
): Mark[] {
  const name = SIDES[side as keyof typeof SIDES]?.[locale]
  if (!name || side === 'other') return []
  const { long, m } = WORDS[locale]
  const said = [`${name}:`, text ?? '—', length ? `(${long} ${length} ${m})` : ''].join(' ').trim()
  const [x, y] = [frame.left + frame.width / 2, frame.top + frame.height / 2]
  const places: Record<string, { at: Position; turn?: number }> = {
    north: { at: [x, frame.top + 6] },
    south: { at: [x, frame.top + frame.height - 14] },
    east: { at: [frame.left + frame.width - 4, y], turn: 90 },
    west: { at: [frame.left + 6, y], turn: -90 },
  }
  const { at, turn } = places[side]!
  return [{ kind: 'text', at, text: short(said), size: 3.2, hold: 'middle', turn, role: 'words' }]
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function northArrow([x, y]: Position, letter: string): Mark[] {
  const arrow: Position[] = [
    [x, y - 8],
    [x + 2.6, y + 2],
    [x, y],
    [x - 2.6, y + 2],
    [x, y - 8],
  ]
  return [
    { kind: 'outline', rings: [arrow], role: 'bar' },
    { kind: 'text', at: [x, y + 6.5], text: letter, size: 4, hold: 'middle', role: 'title' },
  ]
}

/** A bar of a round number of metres, about a quarter of the frame, in four parts. */
function scaleBar(
  { left, top, width, height }: Frame,
  scale: number,
  label: string,
  m: string
): Mark[] {
  const wanted = ((width / 4) * scale) / 1000
  const power = 10 ** Math.floor(Math.log10(wanted))
  const metres = [1, 2, 4, 5].map((step) => step * power).findLast((step) => step <= wanted)!
  const [x, y] = [left + 5, top + height - 6]
  const part = ((metres / 4) * 1000) / scale
  const bars = [0, 1, 2, 3].map((index): Mark => {
    const [from, to] = [x + index * part, x + (index + 1) * part]
    const ring: Position[] = [
      [from, y],
      [to, y],
      [to, y + 1.6],
      [from, y + 1.6],
      [from, y],
    ]
    return { kind: 'outline', rings: [ring], role: index % 2 === 0 ? 'bar' : 'frame' }
  })
  return [
    ...bars,
    { kind: 'text', at: [x, y - 1.2], text: '0', size: 2.6, hold: 'middle', role: 'words' },
    {
      kind: 'text',
      at: [x + 4 * part, y - 1.2],
      text: `${metres} ${m}`,
      size: 2.6,
      hold: 'middle',
      role: 'words',
    },
    {
      kind: 'text',
      at: [x + 4 * part + 10, y + 1.6],
      text: label,
      size: 3,
      hold: 'left',
      role: 'words',
    },
  ]
}

const ROW = 4.6
const BLOCKS = 2

/** The table of corners below the frame, in two blocks side by side. */
export function cornerTable(
  corners: readonly { label: string; east: string; north: string; length: string }[],
  all: number,
  top: number,
  locale: Locale
): { marks: Mark[]; bottom: number } {
  const words = WORDS[locale]
  const rows = Math.ceil(corners.length / BLOCKS)
  const width = 92
  const marks: Mark[] = []
  for (let block = 0; block < BLOCKS; block++) {
    const mine = corners.slice(block * rows, (block + 1) * rows)
    if (mine.length === 0) continue
    const left = (locale === 'ar') === (block === 0) ? 98 : 0
    const places = [0.09, 0.35, 0.62, 0.87].map((share) =>
      locale === 'ar' ? left + width * (1 - share) : left + width * share
    )
    const line = (y: number): Mark => ({
      kind: 'line',
      from: [left, y],
      to: [left + width, y],
      role: 'frame',
    })
    const row = (texts: string[], y: number, role: 'title' | 'words'): Mark[] =>
      texts.map((text, index) => ({
        kind: 'text',
        at: [places[index]!, y],
        text,
        size: 2.9,
        hold: 'middle',
        role,
      }))
    marks.push(
      line(top),
      ...row([words.corner, words.east, words.northing, words.next], top + 3.4, 'title'),
      line(top + ROW)
    )
    mine.forEach(({ label, east, north, length }, index) => {
      marks.push(...row([label, east, north, length], top + ROW * (index + 1) + 3.4, 'words'))
    })
    marks.push(line(top + ROW * (mine.length + 1)))
  }
  let bottom = top + ROW * (rows + 1) + 4
  if (all > corners.length) {
    const text = words.more(all - corners.length)
    marks.push({ kind: 'text', at: [95, bottom + 2], text, size: 3, hold: 'middle', role: 'words' })
    bottom += 6
  }
  return { marks, bottom }
}
