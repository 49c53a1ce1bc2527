import db from '@adonisjs/lucid/services/db'
import type { ListColumn, ListColumnType, ListDefinition, ListFilter } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'
import { openTo } from '#registry/security/open_to'

export type RegistryReport = ListDefinition<Viewer & Reader>

/** Assets that stand today, of the units and the secrecy a person may see. */
export function standingAssets(reader: Reader) {
  return openTo(db.from('assets').where('assets.is_current', true), reader, 'assets')
}

export function column(
  key: string,
  type: ListColumnType,
  label: string,
  more: Partial<ListColumn> = {}
): ListColumn {
  return { key, type, label: `registry.reports.columns.${label}`, expression: `r.${key}`, ...more }
}

/** A name kept in both languages as `NAME_ar` and `NAME_en` of the rows. */
export const named = (name: string, label: string, width = 22): ListColumn => ({
  ...column(name, 'text', label, { words: inLanguage(name), clip: true, width }),
  expression: `r.${name}_ar`,
  sortable: true,
})

export const unitColumn = named('unit', 'unit')
export const unitFilter: ListFilter = {
  key: 'unit',
  label: 'core.fields.unit',
  type: 'unit',
  column: 'r.unit_id',
}
/** The English names that {@link named} columns need beside the Arabic ones. */
export const english = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`${name}_en`, `r.${name}_en`]))

export const empty = { title: 'registry.reports.empty', text: 'registry.reports.empty_text' }

/** A report with one row a unit: `figures` are selected of its standing assets, `u` and what is joined. */
export function reportByUnit({
  name,
  joined,
  figures,
  columns,
  defaultSort,
}: {
  name: string
  joined(query: ReturnType<typeof standingAssets>): ReturnType<typeof standingAssets>
  /** SQL of each figure by its key. */
  figures: Readonly<Record<string, string>>
  columns: ListColumn[]
  defaultSort: string
}): RegistryReport {
  return {
    name,
    title: `registry.reports.names.${name}`,
    permission: 'registry.assets.read',
    query: (user) =>
      db.from(
        joined(standingAssets(user).join('units as u', 'u.id', 'assets.unit_id'))
          .groupBy('u.id', 'u.name_ar', 'u.name_en')
          .select('u.id as unit_id', 'u.name_ar as unit_ar', 'u.name_en as unit_en')
          .select(db.raw('COUNT(*) AS assets'))
          .select(...Object.entries(figures).map(([key, sql]) => db.raw(`${sql} AS ${key}`)))
          .as('r')
      ),
    key: 'r.unit_id',
    columns: [
      unitColumn,
      column('assets', 'integer', 'assets', { sortable: true, total: true }),
      ...columns,
    ],
    fields: english('unit'),
    filters: [unitFilter],
    defaultSort,
    empty,
  }
}
