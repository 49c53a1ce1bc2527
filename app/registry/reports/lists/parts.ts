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
