import { fold } from '#core/arabic'
import Unit from '#identity/models/unit'
import type { Reader } from '#identity/access/visible'

export interface UnitRow {
  id: number
  code: string
  name: string
  kind: string
  /** Steps below the topmost unit that the reader sees. */
  depth: number
  isOpen: boolean
  children: number
}

/** The units a reader sees, each under its parent, in the order of their codes. */
export async function unitTree(
  reader: Reader,
  { search = '', locale = 'ar' }: { search?: string; locale?: string } = {}
): Promise<UnitRow[]> {
  const units = await Unit.visibleTo(reader).orderBy('code')
  const rows = inTreeOrder(units, locale)
  const wanted = fold(search)
  if (!wanted) return rows
  const found = new Set(
    units.filter((unit) => unit.searchText.includes(wanted)).map((unit) => unit.id)
  )
  return rows.filter((row) => found.has(row.id)).map((row) => ({ ...row, depth: 0 }))
}

function inTreeOrder(units: readonly Unit[], locale: string): UnitRow[] {
  const ids = new Set(units.map((unit) => unit.id))
  const below = new Map<number | null, Unit[]>()
  for (const unit of units) {
    // What hangs under a unit that the reader does not see stands at the top for him.
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(unit)
    else below.set(parent, [unit])
  }
  const rows: UnitRow[] = []
  const walk = (parent: number | null, depth: number) => {
    for (const unit of below.get(parent) ?? []) {
      const { id, code, kind, isOpen } = unit
      const children = below.get(id)?.length ?? 0
      rows.push({ id, code, kind, isOpen, depth, children, name: unit.nameIn(locale) })
      walk(id, depth + 1)
    }
  }
  walk(null, 0)
  return rows
}
