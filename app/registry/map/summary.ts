import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { DOMAINS, LIVES, type WindowQuestion } from '#registry/map/question'
import type { Reader } from '#identity/access/visible'

/** After so long a summary is counted anew, while the old one still answers. */
const FRESH_MS = 60_000
/** Counting takes a hundredth of the time, so a large register is counted less often, but at least so. */
const SHARE = 1 / 100
const STALE_MS = 5 * 60_000
/** Rows of cells counted by one question: short ones let others in between. */
const ROWS_AT_ONCE = 1
const COLUMNS = 100_000

/** So many assets of a question lie in one cell. */
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
  freshMs = FRESH_MS
  #size = 0
  #highestUnit = 0
  #highestClass = 0
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
    this.#highestUnit = Math.max(this.#highestUnit, this.#units[at]!)
    this.#highestClass = Math.max(this.#highestClass, this.#classes[at]!)
    this.#counts[at] = Number(row.count)
    this.#kinds[at] =
      LIVES.indexOf(row.life_status) |
      (DOMAINS.indexOf(row.domain) << 3) |
      (row.security_class === 'normal' ? 0 : 64)
  }

  /** Tells every cell of a window with assets that a person may see and asks for. */
  each(reader: Reader, question: WindowQuestion, tell: (heap: Counted) => void): void {
    const isOpen = scopeOf(reader, this.#highestUnit)
    const isAsked = this.#askedClasses(question.classes)
    const isKind = kindsOf(question)
    const [west, south, east, north] = question.box
    const [left, right] = [Math.floor(west * 100), Math.floor(east * 100)]
    const [bottom, top] = [Math.floor(south * 100), Math.floor(north * 100)]
    const last = this.#from(top * COLUMNS + right + 1)
    // A million entries are gone through for a whole governorate: no calls and no objects within.
    const [cells, units, classes, counts, kinds] = [
      this.#cells,
      this.#units,
      this.#classes,
      this.#counts,
      this.#kinds,
    ]
    let at = this.#from(bottom * COLUMNS + left)
    while (at < last) {
      const cell = cells[at]!
      const column = cell % COLUMNS
      let sum = 0
      for (; at < last && cells[at] === cell; at++) {
        const kind = kinds[at]!
        if (isKind[kind] && isAsked[classes[at]!] && isOpen[units[at]! * 2 + (kind >> 6)]) {
          sum += counts[at]!
        }
      }
      if (sum > 0 && column >= left && column <= right) {
        tell({ row: (cell - column) / COLUMNS, column, count: sum })
      }
    }
  }

  #askedClasses(wanted: number[] | null): Uint8Array {
    const asked = new Uint8Array(this.#highestClass + 1)
    if (!wanted) return asked.fill(1)
    for (const id of wanted) if (id < asked.length) asked[id] = 1
    return asked
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

/** By twice the unit, one more for restricted assets: whether a person may see them. */
function scopeOf(reader: Reader, highest: number): Uint8Array {
  const open = new Uint8Array((highest + 1) * 2)
  const grant = (
    permission: 'registry.assets.read' | 'registry.restricted.read',
    give: (unit: number) => void
  ) => {
    const units = reader.unitIds(permission)
    if (units === 'all') for (let unit = 0; unit <= highest; unit++) give(unit)
    else for (const unit of units) if (unit <= highest) give(unit)
  }
  grant('registry.assets.read', (unit) => (open[unit * 2] = 1))
  grant('registry.restricted.read', (unit) => (open[unit * 2 + 1] = open[unit * 2]!))
  return open
}

/** By kind as entries have it: whether life and domain are those asked for. */
function kindsOf({ life, domain }: WindowQuestion): Uint8Array {
  const [lifeIs, domainIs] = [life && LIVES.indexOf(life), domain && DOMAINS.indexOf(domain)]
  return Uint8Array.from({ length: 128 }, (_, kind) =>
    Number(
      (lifeIs === null || (kind & 7) === lifeIs) &&
        (domainIs === null || ((kind >> 3) & 7) === domainIs)
    )
  )
}

let kept: CellSummary | null = null
let counting: Promise<CellSummary> | null = null

/** The summary, counted at the first question and anew in the background when it has aged. */
export function cellSummary(): Promise<CellSummary> {
  const isFresh = kept && Date.now() - kept.countedAt < kept.freshMs
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
    // A process that is told to end would otherwise wait for connections that no longer come.
    if (app.isTerminating) return kept ?? summary
    const [rows] = await db.rawQuery(
      `SELECT cell, unit_id, class_id, life_status, domain, security_class, COUNT(*) AS count
         FROM assets FORCE INDEX (assets_map)
        WHERE cell >= ? AND cell < ? AND is_current = 1 AND security_class <> 'strategic'
        GROUP BY cell, unit_id, class_id, life_status, domain, security_class`,
      [row * COLUMNS, Math.min(row + ROWS_AT_ONCE, to + 1) * COLUMNS]
    )
    for (const counted of rows as CountRow[]) summary.add(counted)
  }
  const took = Date.now() - summary.countedAt
  summary.freshMs = Math.min(STALE_MS, Math.max(FRESH_MS, took / SHARE))
  kept = summary
  return summary
}
