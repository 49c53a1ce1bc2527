import type { ReaderWarning } from '#core/readers/types'

/** Column in which every map format gives the outline of a row, as the text of a GeoJSON geometry. */
export const GEOMETRY = 'geometry'
/** Column in which it says in what coordinates: `EPSG:…`, or the text of a .prj; empty when it does not. */
export const GEOMETRY_CRS = 'geometry_crs'

/** Names of attributes become columns, as long as there are not absurdly many. */
const MOST = 500

/**
 * The columns of map data: the attributes in the order in which they appear, then the outline and its
 * coordinate system. An attribute that is called like one of these gets a number.
 */
export class GeoColumns {
  readonly #places = new Map<string, number>()
  readonly #names: string[] = []
  readonly #late = new Set<string>()
  #isClosed = false

  /** Takes an attribute's name in; after the columns are known it can only be told as left out. */
  add(name: string): void {
    if (this.#places.has(name)) return
    if (this.#isClosed || this.#names.length >= MOST) {
      if (this.#late.size < 20) this.#late.add(name)
      return
    }
    this.#places.set(name, this.#names.length)
    this.#names.push(this.#unique(clean(name) || `column_${this.#names.length + 1}`))
  }

  close(): void {
    this.#isClosed = true
  }

  get names(): string[] {
    return [...this.#names, GEOMETRY, GEOMETRY_CRS]
  }

  /** A row's cells from its attributes, outline and coordinate system. */
  cells(
    attributes: Iterable<readonly [string, unknown]>,
    geometry: string | null,
    crs: string | null
  ): (string | null)[] {
    const cells: (string | null)[] = Array.from({ length: this.#names.length + 2 }, () => null)
    for (const [name, value] of attributes) {
      const place = this.#places.get(name)
      if (place === undefined) this.add(name)
      else cells[place] = cellText(value)
    }
    cells[this.#names.length] = geometry
    cells[this.#names.length + 1] = geometry === null ? null : crs
    return cells
  }

  /** Attributes that came too late to become columns. */
  warnings(): ReaderWarning[] {
    if (this.#late.size === 0) return []
    const list = [...this.#late].join('، ')
    return [
      {
        code: 'late_attributes',
        ar: `بيانات وصفية ظهرت بعد أول الملف ولم تقرأ: ${list}. أعد تصدير الملف بحيث تكون البيانات نفسها لكل شكل.`,
        en: `Attributes that first appear far down the file were not read: ${list}. Export the file with the same attributes for every shape.`,
        count: this.#late.size,
      },
    ]
  }

  #unique(base: string): string {
    const taken = (name: string) =>
      [...this.#names, GEOMETRY, GEOMETRY_CRS].some(
        (known) => known.toLowerCase() === name.toLowerCase()
      )
    let name = base
    for (let n = 2; taken(name); n++) name = `${base} (${n})`
    return name
  }
}

function clean(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, 120)
}

/** An attribute as a cell: text trimmed, nothing as null, lists and objects as JSON. */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') return JSON.stringify(value).slice(0, 32_767)
  const text = String(value as string | number | boolean).trim()
  return text === '' ? null : text.slice(0, 32_767)
}
