import { plainNumber } from '#core/readers/decimal_text'

/** What a number format shows. */
export type CellKind = 'number' | 'date' | 'time' | 'duration'

const DAY_MS = 86_400_000
/** Serial of 31 December 9999. */
const LAST_SERIAL = 2_958_465

/**
 * Whether a number format shows a day: the built-in ones by their number (ECMA-376 part 1,
 * 18.8.30), others by the letters left once colours, quoted texts and escapes are taken out.
 */
export function cellKind(id: number, code?: string): CellKind {
  if (code === undefined || code === '') {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return 'date'
    if (id >= 50 && id <= 58) return 'date'
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35)) return 'time'
    return id >= 45 && id <= 47 ? 'duration' : 'number'
  }
  const first = code.split(';')[0]!
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'duration'
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P/gi, 'h')
  if (/general/i.test(bare)) return 'number'
  if (/[dy]/i.test(bare)) return 'date'
  if (/[hs]/i.test(bare)) return 'time'
  return /m/i.test(bare) ? 'date' : 'number'
}

/**
 * A stored number as text: a day as `yyyy-mm-dd` (with `Thh:mm:ss` when it has a time of day), a
 * time as `hh:mm:ss`, a duration as `h:mm:ss`, anything else as a plain decimal number.
 */
export function numberText(value: number, kind: CellKind, from1904: boolean): string {
  if (kind === 'number' || value < 0 || value > LAST_SERIAL) return plainNumber(value)
  const seconds = Math.round(value * 86_400)
  if (kind === 'duration') return clock(seconds, 1)
  if (kind === 'time' && value < 1) return clock(seconds, 2)
  // Excel believes in 29 February 1900 (serial 60); days before it are one off.
  const offset = from1904 ? 24_107 : value < 60 ? 25_568 : 25_569
  const moment = new Date(Math.round((seconds / 86_400 - offset) * DAY_MS))
  const text = moment.toISOString()
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19)
}

function clock(seconds: number, width: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const hours = String(Math.floor(seconds / 3600)).padStart(width, '0')
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
