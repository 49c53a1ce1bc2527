import db from '@adonisjs/lucid/services/db'
import { DOMAINS, LIVES, type WindowQuestion } from '#registry/map/question'
import type { Reader } from '#identity/access/visible'

/** After so long a summary is counted anew, while the old one still answers. */
const FRESH_MS = 60_000
/** Rows of cells counted by one question: short ones let others in between. */
const ROWS_AT_ONCE = 8
const COLUMNS = 100_000

/** Assets of one cell that are alike: unit, class, life, domain and whether they are restricted. */
export interface Counted {
  row: number
  column: number
  count: number
}

/**
 * How many current assets lie in each hundredth of a degree, as this process last counted them from the
 * database: a window over a million assets is answered from here, a window over few from the database
 * itself. Strategic assets are not in it (rule R28).
 */
export class CellSummary {
  readonly countedAt = Date.now()
  #size = 0
  #cells = new Int32Array(4096)
  #units = new Int32Array(4096)
  #classes = new Int32Array(4096)
  #counts = new Int32Array(4096)
  /** Life and domain as places in their lists, and whether restricted. */
  #kinds = new Uint8Array(4096)

  /** @param row as counted; rows come in the order of their cells */
  add(row: CountRow): void {
    if (this.#size === this.#cells.length) this.#grow()
    const at = this.#size++
    this.#cells[at] = Number(row.cell)
    this.#units[at] = Number(row.unit_id)
    this.#classes[at] = Number(row.class_id)
    this.#counts[at] = Number(row.count)
    this.#kinds[at] =
      LIVES.indexOf(row.life_status) |
      (DOMAINS.indexOf(row.domain) << 3) |
      (row.security_class === 'normal' ? 0 : 64)
  }

  /** Tells every heap of assets in a window that a person may see and asks for. */
  each(reader: Reader, question: WindowQuestion, tell: (heap: Counted) => void): void {
    const may = scopeOf(reader)
    const { classes, life, domain } = question
    const wanted = classes && new Set(classes)
    const [west, south, east, north] = question.box
    const [left, right] = [Math.floor(west * 100), Math.floor(east * 100)]
    const [bottom, top] = [Math.floor(south * 100), Math.floor(north * 100)]
    const [lifeIs, domainIs] = [life && LIVES.indexOf(life), domain && DOMAINS.indexOf(domain)]
    const last = this.#from(top * COLUMNS + right + 1)
    for (let at = this.#from(bottom * COLUMNS + left); at < last; at++) {
      const cell = this.#cells[at]!
      const row = Math.floor(cell / COLUMNS)
      const column = cell - row * COLUMNS
      if (column < left || column > right) continue
      const kind = this.#kinds[at]!
      if (lifeIs !== null && (kind & 7) !== lifeIs) continue
      if (domainIs !== null && ((kind >> 3) & 7) !== domainIs) continue
      if (wanted && !wanted.has(this.#classes[at]!)) continue
      if (!may(this.#units[at]!, (kind & 64) !== 0)) continue
      tell({ row, column, count: this.#counts[at]! })
    }
  }

  /** The first entry whose cell is not below a number. */
  #from(cell: number): number {
    let [low, high] = [0, this.#size]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#cells[middle]! < cell) low = middle + 1
      else high = middle
    }
    return low
  }

  #grow(): void {
    const wider = (array: Int32Array) => {
      const next = new Int32Array(array.length * 2)
      next.set(array)
      return next
    }
    this.#cells = wider(this.#cells)
    this.#units = wider(this.#units)
    this.#classes = wider(this.#classes)
    this.#counts = wider(this.#counts)
    const kinds = new Uint8Array(this.#kinds.length * 2)
    kinds.set(this.#kinds)
    this.#kinds = kinds
  }
}

interface CountRow {
  cell: number
  unit_id: number
  class_id: number
  life_status: (typeof LIVES)[number]
  domain: (typeof DOMAINS)[number]
  security_class: 'normal' | 'restricted'
  count: number
}

/** Whether a person may see an asset of a unit, restricted ones apart. */
function scopeOf(reader: Reader): (unitId: number, isRestricted: boolean) => boolean {
  const set = (permission: 'registry.assets.read' | 'registry.restricted.read') => {
    const units = reader.unitIds(permission)
    return units === 'all' ? null : new Set(units)
  }
  const [read, trusted] = [set('registry.assets.read'), set('registry.restricted.read')]
  return (unitId, isRestricted) =>
    (read === null || read.has(unitId)) &&
    (!isRestricted || trusted === null || trusted.has(unitId))
}

let kept: CellSummary | null = null
let counting: Promise<CellSummary> | null = null

/** The summary, counted at the first question and anew in the background when it has aged. */
export function cellSummary(): Promise<CellSummary> {
  const isFresh = kept && Date.now() - kept.countedAt < FRESH_MS
  if (!isFresh) {
    counting ??= count().finally(() => {
      counting = null
    })
    counting.catch(() => undefined)
  }
  return kept ? Promise.resolve(kept) : counting!
}

/** Forgets what was counted, for tests and measurements that change everything at once. */
export function forgetSummary(): void {
  kept = null
}

async function count(): Promise<CellSummary> {
  const summary = new CellSummary()
  const [[{ first, last }]] = await db.rawQuery(
    'SELECT MIN(cell) AS first, MAX(cell) AS last FROM assets WHERE cell IS NOT NULL'
  )
  const [from, to] = [Math.floor(Number(first) / COLUMNS), Math.floor(Number(last) / COLUMNS)]
  for (let row = from; first !== null && row <= to; row += ROWS_AT_ONCE) {
    const [rows] = await db.rawQuery(
      `SELECT cell, unit_id, class_id, life_status, domain, security_class, COUNT(*) AS count
         FROM assets FORCE INDEX (assets_map)
        WHERE cell >= ? AND cell < ? AND is_current = 1 AND security_class <> 'strategic'
        GROUP BY cell, unit_id, class_id, life_status, domain, security_class`,
      [row * COLUMNS, Math.min(row + ROWS_AT_ONCE, to + 1) * COLUMNS]
    )
    for (const counted of rows as CountRow[]) summary.add(counted)
  }
  kept = summary
  return summary
}
