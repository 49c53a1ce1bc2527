import db from '@adonisjs/lucid/services/db'
import { Remembered } from '#core/rarely_changed'

/** A unit as pages name it. */
export interface KnownUnit {
  id: number
  code: string
  ar: string
  en: string
  /** Names and code folded, for finding. */
  search: string
  /** Closed ones are still found in lists of what was; nothing new is opened there. */
  isOpen: boolean
}

interface KnownUnits {
  /** Upper units first, then by code. */
  all: readonly KnownUnit[]
  byId: ReadonlyMap<number, KnownUnit>
}

const COLUMNS = ['id', 'code', 'name_ar', 'name_en', 'search_text', 'closed_on'].map(
  (name) => `units.${name}`
)

const known = new Remembered<KnownUnits>(async () => {
  const rows = await db
    .from('units')
    .join('unit_closure', 'unit_closure.descendant_id', 'units.id')
    .groupBy(COLUMNS)
    .orderByRaw('COUNT(*), units.code')
    .select(COLUMNS)
  const all = rows.map((row): KnownUnit => ({
    id: Number(row.id),
    code: row.code,
    ar: row.name_ar,
    en: row.name_en,
    search: row.search_text,
    isOpen: row.closed_on === null,
  }))
  return { all, byId: new Map(all.map((unit) => [unit.id, unit])) }
})

/** Every unit of the installation, as remembered by this process: names are public within the house. */
export function unitsKnown(): Promise<KnownUnits> {
  return known.get()
}
