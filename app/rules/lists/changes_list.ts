import db from '@adonisjs/lucid/services/db'
import type { ListColumn, ListColumnType, ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import RuleChange from '#rules/models/rule_change'
import { ruleTables } from '#rules/rule_table'

export const CHANGE_TONES = {
  proposed: 'warning',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
} as const

const column = (key: string, type: ListColumnType, more: Partial<ListColumn> = {}): ListColumn => ({
  ...{ key, type, label: `rules.columns.${key}`, expression: `r.${key}` },
  ...more,
})

/** Every change of a rule that was asked, with who asked, who decided and on which decision it rests. */
export const changesList: ListDefinition<Viewer> = {
  name: 'rule-changes',
  title: 'rules.changes.title',
  permission: 'core.settings.read',
  query: () =>
    db
      .from('rule_changes as r')
      .join('users as m', 'm.id', 'r.made_by')
      .leftJoin('users as d', 'd.id', 'r.decided_by'),
  key: 'r.id',
  columns: [
    column('number', 'integer', {
      expression: 'r.id',
      sortable: true,
      words: ({ number }) => String(number),
      link: ({ _key }) => `/rules/changes/${_key}`,
      width: 8,
    }),
    column('rule', 'text', {
      expression: 'r.name_ar',
      words: ({ rule, rule_en: english }, { locale }) => (locale === 'en' ? english : rule),
      clip: true,
      width: 34,
    }),
    column('kind', 'badge', { texts: 'rules.kinds' }),
    column('valid_from', 'day', { sortable: true }),
    column('legal_reference', 'text', { clip: true, width: 34 }),
    column('status', 'badge', { texts: 'rules.statuses', tones: CHANGE_TONES }),
    column('maker', 'text', { expression: 'm.full_name', width: 20 }),
    column('decider', 'text', { expression: 'd.full_name', width: 20 }),
  ],
  fields: { rule_en: 'r.name_en' },
  filters: [
    {
      key: 'subject',
      label: 'rules.columns.subject',
      type: 'select',
      column: 'r.subject',
      options: ({ t }) =>
        ruleTables().map(({ name }) => ({ value: name, label: t(`rules.subjects.${name}.title`) })),
    },
    {
      key: 'status',
      label: 'rules.columns.status',
      type: 'select',
      column: 'r.status',
      options: ({ t }) =>
        Object.keys(RuleChange.transitions).map((value) => ({
          value,
          label: t(`rules.statuses.${value}`),
        })),
    },
  ],
  defaultSort: '-number',
  empty: { title: 'rules.changes.empty', text: 'rules.changes.empty_text' },
}
