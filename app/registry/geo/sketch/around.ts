import type { Mark, SheetPlace } from '#core/documents/drawing'
import type { Words } from '#core/lists/definition'
import { SIDES } from '#registry/rules/sides'
import type { Frame } from '#registry/geo/sketch/outline'

/** What the deed or the survey says of a side: its neighbour and its length in metres. */
export interface Boundary {
  side: string
  text: string | null
  length: string | null
}

/** The frame of a sketch with its north arrow, its scale bar and what lies on each side. */
export function surroundings(
  frame: Frame,
  scale: number,
  boundaries: readonly Boundary[],
  words: Words
): Mark[] {
  return [
    box(frame),
    ...boundaries.flatMap((boundary) => sideWords(boundary, frame, words)),
    ...northArrow([frame.left + frame.width - 10, frame.top + 12], words.t('registry.sketch.n')),
    ...scaleBar(frame, scale, words),
  ]
}

/** A rectangle drawn as a line. */
export function box({ left, top, width, height }: Frame): Mark {
  const [right, bottom] = [left + width, top + height]
  const ring: SheetPlace[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ]
  return { kind: 'outline', rings: [ring], role: 'frame' }
}

/** بحري above, قبلي below, شرقي to the right and غربي to the left, each with its neighbour and length. */
function sideWords({ side, text, length }: Boundary, frame: Frame, { t, locale }: Words): Mark[] {
  const name = SIDES[side as keyof typeof SIDES]?.[locale]
  if (!name || side === 'other') return []
  const long = length && t('registry.sketch.long', { length })
  const said = [`${name}:`, text ?? '—', long && `(${long})`].filter(Boolean).join(' ')
  const [x, y] = [frame.left + frame.width / 2, frame.top + frame.height / 2]
  const places: Record<string, { at: SheetPlace; turn?: number; room: number }> = {
    north: { at: [x, frame.top + 6], room: frame.width - 50 },
    south: { at: [x, frame.top + frame.height - 14], room: frame.width - 20 },
    east: { at: [frame.left + frame.width - 4, y], turn: 90, room: frame.height - 50 },
    west: { at: [frame.left + 6, y], turn: -90, room: frame.height - 40 },
  }
  const { at, turn, room } = places[side]!
  const most = Math.floor(room / 1.7)
  const fits = said.length > most ? `${said.slice(0, most - 1)}…` : said
  return [{ kind: 'text', at, text: fits, size: 3.2, hold: 'middle', turn, role: 'words' }]
}

function northArrow([x, y]: SheetPlace, letter: string): Mark[] {
  const arrow: SheetPlace[] = [
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
function scaleBar({ left, top, width, height }: Frame, scale: number, { t }: Words): Mark[] {
  const wanted = ((width / 4) * scale) / 1000
  const power = 10 ** Math.floor(Math.log10(wanted))
  const metres = [1, 2, 4, 5].map((step) => step * power).findLast((step) => step <= wanted)!
  const [x, y] = [left + 5, top + height - 6]
  const part = ((metres / 4) * 1000) / scale
  const bars = [0, 1, 2, 3].map((index): Mark => ({
    ...box({ left: x + index * part, top: y, width: part, height: 1.6 }),
    role: index % 2 === 0 ? 'bar' : 'frame',
  }))
  const words = (at: SheetPlace, text: string, size: number, hold: 'left' | 'middle'): Mark => ({
    kind: 'text',
    at,
    text,
    size,
    hold,
    role: 'words',
  })
  const length = `${metres} ${t('registry.sketch.m')}`
  return [
    ...bars,
    words([x, y - 1.2], '0', 2.6, 'middle'),
    words([x + 4 * part, y - 1.2], length, 2.6, 'middle'),
    words([x + 4 * part + 8, y + 1.6], t('registry.sketch.scale', { scale }), 3, 'left'),
  ]
}
