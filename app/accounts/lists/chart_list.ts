import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'

const CLASSES = ['revenue', 'expense', 'asset', 'liability', 'memo'] as const
const flag = (column: string) => `IF(${column} = 1, 'yes', 'no')`

/** دليل الحسابات: the chart, one for every unit, headings before what stands under them. */
export const chartList: ListDefinition<Viewer & Reader> = {
  name: 'chart-of-accounts',
  title: 'accounts.chart.title',
  permission: 'accounts.ledger.read',
  query: () =>
    db
      .from('ledger_accounts as a')
      .leftJoin('ledger_accounts as parent', 'parent.code', 'a.parent_code'),
  key: 'a.id',
  columns: [
    {
      key: 'code',
      label: 'accounts.chart.code',
      type: 'text',
      expression: 'a.code',
      sortable: true,
      link: ({ code, takes }) =>
        takes === 'yes' ? `/accounts/ledger-lines?${new URLSearchParams({ account: code })}` : null,
      width: 18,
    },
    {
      key: 'name',
      label: 'accounts.chart.name',
      type: 'text',
      expression: 'a.name_ar',
      words: inLanguage('name'),
      clip: true,
      width: 40,
    },
    {
      key: 'class',
      label: 'accounts.chart.class',
      type: 'badge',
      expression: 'a.class',
      texts: 'accounts.chart.classes',
      tones: { memo: 'info' },
    },
    {
      key: 'parent',
      label: 'accounts.chart.parent',
      type: 'text',
      expression: "COALESCE(CONCAT(parent.code, ' ', parent.name_ar), '')",
      words: inLanguage('parent'),
      clip: true,
      width: 30,
    },
    {
      key: 'takes',
      label: 'accounts.chart.takes',
      type: 'badge',
      expression: flag('a.is_postable'),
      texts: 'accounts.chart.takes_words',
      tones: { yes: 'success' },
    },
    {
      key: 'confirmed',
      label: 'accounts.chart.confirmed',
      type: 'badge',
      expression: flag('a.confirmed'),
      texts: 'accounts.chart.confirmed_words',
      tones: { yes: 'success', no: 'warning' },
    },
    {
      key: 'valid_from',
      label: 'accounts.chart.valid_from',
      type: 'day',
      expression: 'a.valid_from',
    },
    { key: 'valid_to', label: 'accounts.chart.valid_to', type: 'day', expression: 'a.valid_to' },
  ],
  fields: {
    name_en: 'a.name_en',
    parent_en: "COALESCE(CONCAT(parent.code, ' ', parent.name_en), '')",
  },
  filters: [
    {
      key: 'code',
      label: 'accounts.chart.code_starts',
      type: 'text',
      apply: (query, code: string) =>
        void query.whereRaw('LEFT(a.code, CHAR_LENGTH(?)) = ?', [code, code]),
    },
    {
      key: 'name',
      label: 'accounts.chart.name',
      type: 'text',
      apply: (query, words: string) =>
        void query.whereRaw('(LOCATE(?, a.name_ar) > 0 OR LOCATE(?, a.name_en) > 0)', [
          words,
          words,
        ]),
    },
    {
      key: 'class',
      label: 'accounts.chart.class',
      type: 'select',
      column: 'a.class',
      options: ({ t }) =>
        CLASSES.map((value) => ({ value, label: t(`accounts.chart.classes.${value}`) })),
    },
    {
      key: 'confirmed',
      label: 'accounts.chart.confirmed',
      type: 'select',
      column: flag('a.confirmed'),
      options: ({ t }) =>
        ['yes', 'no'].map((value) => ({
          value,
          label: t(`accounts.chart.confirmed_words.${value}`),
        })),
    },
  ],
  defaultSort: 'code',
  pageSize: 200,
  empty: { title: 'accounts.chart.empty', text: 'accounts.chart.empty_text' },
}
