import type { Position, Ring } from '#registry/geo/types'

/** Comparisons and cell entries after which an outline counts as too tangled to be judged. */
const MOST_PAIRS = 20_000_000
const MOST_ENTRIES = 4_000_000

export interface Meeting {
  /** `clean`: no two edges meet; `touch`: some touch, none cross; `tangled`: too much to find out. */
  how: 'clean' | 'touch' | 'cross' | 'tangled'
  at: Position
}

/**
 * Whether any two edges of closed rings cross or touch, besides neighbours in their common corner: edges are put
 * into cells, so that fifty thousand of them are compared with the few around them. Work is bounded: the
 * overlay library takes a minute for an outline that somebody drew to keep it busy.
 */
export function meetingOf(rings: readonly Ring[]): Meeting {
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
  const [x, y] = [new Float64Array(corners), new Float64Array(corners)]
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  /** Number of the ring in which the edge from a corner to the next one runs; 0 after the last corner. */
  const ringOf = new Uint32Array(corners)
  const [first, last] = [new Uint32Array(rings.length + 1), new Uint32Array(rings.length + 1)]
  let count = 0
  rings.forEach((ring, number) => {
    first[number + 1] = count
    last[number + 1] = count + ring.length - 2
    ring.forEach((at, index) => {
      ;[x[count], y[count]] = at
      west = Math.min(west, at[0])
      east = Math.max(east, at[0])
      south = Math.min(south, at[1])
      north = Math.max(north, at[1])
      ringOf[count++] = index < ring.length - 1 ? number + 1 : 0
    })
  })
  const side = Math.max(1, Math.ceil(Math.sqrt(corners)))
  const column = (at: number) => cellOf(at, west, east, side)
  const line = (at: number) => cellOf(at, south, north, side)
  const cells = new Map<number, number[]>()
  let [entries, pairs] = [0, 0]
  let touch: Position | null = null
  for (let i = 0; i < corners; i++) {
    if (ringOf[i] === 0) continue
    const [left, right] = ordered(column(x[i]!), column(x[i + 1]!))
    const [low, high] = ordered(line(y[i]!), line(y[i + 1]!))
    for (let row = low; row <= high; row++) {
      for (let at = left; at <= right; at++) {
        if (++entries > MOST_ENTRIES) return { how: 'tangled', at: [x[i]!, y[i]!] }
        const key = row * side + at
        const others = cells.get(key)
        if (!others) {
          cells.set(key, [i])
          continue
        }
        for (const j of others) {
          if (++pairs > MOST_PAIRS) return { how: 'tangled', at: [x[i]!, y[i]!] }
          const met = meets(i, j)
          if (met === 'cross') return { how: 'cross', at: [x[i]!, y[i]!] }
          if (met === 'touch') touch ??= [x[i]!, y[i]!]
        }
        others.push(i)
      }
    }
  }
  return touch ? { how: 'touch', at: touch } : { how: 'clean', at: [x[0]!, y[0]!] }

  function meets(i: number, j: number): 'cross' | 'touch' | null {
    const ring = ringOf[i]!
    if (ring === ringOf[j]) {
      const isClosing = i === last[ring] && j === first[ring]
      if (j === i - 1) return turnsBack(j, i) ? 'touch' : null
      if (isClosing) return turnsBack(i, j) ? 'touch' : null
    }
    const isApart =
      Math.max(x[i]!, x[i + 1]!) < Math.min(x[j]!, x[j + 1]!) ||
      Math.max(x[j]!, x[j + 1]!) < Math.min(x[i]!, x[i + 1]!) ||
      Math.max(y[i]!, y[i + 1]!) < Math.min(y[j]!, y[j + 1]!) ||
      Math.max(y[j]!, y[j + 1]!) < Math.min(y[i]!, y[i + 1]!)
    if (isApart) return null
    const own = turn(i, i + 1, j) * turn(i, i + 1, j + 1)
    const theirs = turn(j, j + 1, i) * turn(j, j + 1, i + 1)
    if (own > 0 || theirs > 0) return null
    return own < 0 && theirs < 0 ? 'cross' : 'touch'
  }

  /** Whether the second of two edges in a row runs back over the first. */
  function turnsBack(i: number, j: number): boolean {
    if (turn(i, i + 1, j + 1) !== 0) return false
    return (x[i + 1]! - x[i]!) * (x[j + 1]! - x[j]!) + (y[i + 1]! - y[i]!) * (y[j + 1]! - y[j]!) < 0
  }

  function turn(a: number, b: number, c: number): number {
    return (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!)
  }
}

function cellOf(at: number, from: number, to: number, side: number): number {
  return to > from ? Math.min(side - 1, Math.floor(((at - from) / (to - from)) * side)) : 0
}

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a])
