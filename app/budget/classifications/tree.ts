import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import type { Day } from '#core/days'
import type { Axis } from '#budget/models/budget_code'

/** A code in its tree, as its page shows it. */
export interface TreeRow {
  id: number
  code: string
  name: string
  level: number
  parentId: number | null
  isPostable: boolean
  isLocked: boolean
  confirmed: boolean
  accountCode: string | null
  legalReference: string
  validFrom: Day
  validTo: Day | null
  /** Codes below it that hold and are not shown. */
  folded: number
}

export interface TreeAsked {
  axis: Axis
  locale: string
  /** The day whose tree it is; codes that do not hold on it are left out. */
  on: Day
  /** A part of a code or name: what fits is shown with what is above it. */
  search?: string
  /** The branch that is shown whole. */
  under?: number | null
}

/** From so many codes on, only babs and groups are shown until a branch is opened or searched. */
const SHOWN_WHOLE = 400

/** The tree of an axis as it held on a day, each code below its parent in the order of codes. */
export async function treeOf({ axis, locale, on, search = '', under }: TreeAsked) {
  const rows = await codesOf(axis, locale, on)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const shown = new Set<number>()
  const show = (row: TreeRow | undefined) => {
    for (let at = row; at && !shown.has(at.id); at = byId.get(at.parentId ?? 0)) shown.add(at.id)
  }
  const wanted = fold(search)
  for (const row of rows) {
    if (wanted) {
      if (row.code.startsWith(search.trim()) || fold(row.name).includes(wanted)) show(row)
    } else if (rows.length <= SHOWN_WHOLE || row.level <= 2 || isUnder(row, under, byId)) show(row)
  }
  const below = Map.groupBy(rows, ({ parentId }) => parentId)
  const ordered: TreeRow[] = []
  const walk = (parent: number | null) => {
    for (const row of below.get(parent) ?? []) {
      const children = below.get(row.id) ?? []
      row.folded = wanted ? 0 : children.filter(({ id }) => !shown.has(id)).length
      if (shown.has(row.id)) ordered.push(row)
      walk(row.id)
    }
  }
  walk(null)
  return { rows: ordered, total: rows.length }
}

function isUnder(row: TreeRow, under: number | null | undefined, all: Map<number, TreeRow>) {
  for (let at: TreeRow | undefined = row; at; at = all.get(at.parentId ?? 0)) {
    if (at.id === under) return true
  }
  return false
}

/** Codes that hold on the day; below a code that was replaced stand the children of the one before it. */
async function codesOf(axis: Axis, locale: string, on: Day): Promise<TreeRow[]> {
  const name = locale === 'en' ? 'name_en' : 'name_ar'
  const [rows] = await db.rawQuery(
    `SELECT c.id, c.code, c.${name} AS name, c.level, q.id AS parentId, c.is_postable AS isPostable,
       c.is_locked AS isLocked, c.confirmed, c.account_code AS accountCode, c.legal_reference AS legalReference,
       c.valid_from AS validFrom, c.valid_to AS validTo, 0 AS folded
     FROM budget_codes c LEFT JOIN budget_codes p ON p.id = c.parent_id
     LEFT JOIN budget_codes q ON q.axis = p.axis AND q.code = p.code AND q.valid_from <= ?
       AND (q.valid_to IS NULL OR q.valid_to > ?)
     WHERE c.axis = ? AND c.valid_from <= ? AND (c.valid_to IS NULL OR c.valid_to > ?)
     ORDER BY c.code`,
    [on, on, axis, on, on]
  )
  return rows.map((row: Record<string, unknown>) => ({
    ...row,
    id: Number(row.id),
    parentId: row.parentId === null ? null : Number(row.parentId),
    isPostable: Boolean(row.isPostable),
    isLocked: Boolean(row.isLocked),
    confirmed: Boolean(row.confirmed),
  }))
}
