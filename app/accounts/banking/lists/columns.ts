import type { ListColumn, ListDefinition, Tone } from '#core/lists/definition'
import { unitFilter } from '#core/lists/parts'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'

export type Definition = ListDefinition<Viewer & Reader>
type Filter = NonNullable<Definition['filters']>[number]

export const TEXTS = 'accounts.banking'

/** Columns and filters that the lists of this folder share. */
export const account: ListColumn = {
  key: 'account',
  label: `${TEXTS}.account`,
  type: 'text',
  expression: "CONCAT(b.name_ar, ' ', b.account_no)",
  clip: true,
  width: 30,
}

export const badge = (
  name: string,
  expression: string,
  tones: Record<string, Tone>
): ListColumn => ({
  key: 'state',
  label: `${TEXTS}.${name}`,
  type: 'badge',
  expression,
  texts: `${TEXTS}.${name}s`,
  tones,
  width: 14,
})

export const text = (key: string, expression: string, width = 20): ListColumn => ({
  key,
  label: `${TEXTS}.${key}`,
  type: 'text',
  expression,
  clip: true,
  width,
})

export const money = (key: string, expression: string): ListColumn => ({
  key,
  label: `${TEXTS}.${key}`,
  type: 'money',
  expression,
  sortable: true,
  total: true,
})

export const day = (key: string, expression: string): ListColumn => ({
  key,
  label: `${TEXTS}.${key}`,
  type: 'day',
  expression,
  sortable: true,
})

export const filters = (
  table: string,
  dayColumn: string,
  state: { name: string; expression: string; tones: Record<string, Tone> }
): Filter[] => [
  unitFilter(`${table}.unit_id`),
  { key: 'day', label: `${TEXTS}.day`, type: 'dayRange', column: dayColumn },
  {
    key: 'state',
    label: `${TEXTS}.${state.name}`,
    type: 'select',
    apply: (query, value) => query.whereRaw(`(${state.expression}) = ?`, [value]),
    options: ({ t }) =>
      Object.keys(state.tones).map((value) => ({
        value,
        label: t(`${TEXTS}.${state.name}s.${value}`),
      })),
  },
]
