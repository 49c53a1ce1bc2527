import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { addDays, today } from '#core/days'
import type { ListDefinition, Option, Words } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { assignees } from '#revenue/queries/assignees'
import { headOptions } from '#revenue/queries/head_options'
import { CODES } from '#revenue/reconciliation/difference_codes'
import { kindOf, paperOf, shortKey } from '#revenue/subjects'

const STATES = ['open', 'explained', 'cleared']
const AGES = ['30', '90', '180', '365']
const TEXTS = 'revenue.differences'

type Person = Viewer & Reader

/** الفروق: those that stand, unless cleared ones are asked for. */
export const differencesList: ListDefinition<Person> = {
  name: 'differences',
  title: `${TEXTS}.title`,
  permission: 'revenue.differences.read',
  query: (user, ctx) =>
    visible(
      db
        .from('differences')
        .join('units', 'units.id', 'differences.unit_id')
        .leftJoin('revenue_heads', 'revenue_heads.id', 'differences.head_id')
        .leftJoin('users', 'users.id', 'differences.assigned_to')
        .if(ctx.request.input('state') !== 'cleared', (query) =>
          query.whereNot('differences.state', 'cleared')
        ),
      user,
      'revenue.differences.read',
      'differences.unit_id'
    ),
  key: 'differences.id',
  select: {
    form: 'bulk-differences',
    permissions: ['revenue.differences.assign', 'revenue.differences.explain'],
    label: (row, { t }) => t(`${TEXTS}.choose_row`, { key: row.subject }),
  },
  fields: {
    subject_type: 'differences.subject_type',
    subject_id: 'differences.subject_id',
    unit_en: 'units.name_en',
    head_en: 'revenue_heads.name_en',
  },
  columns: [
    {
      key: 'code',
      label: `${TEXTS}.code`,
      type: 'text',
      expression: 'differences.code',
      words: (row, { locale }) => kindOf(row.code).name[locale],
      clip: true,
      link: (row) => `/revenue/differences/${row._key}`,
      width: 26,
    },
    {
      key: 'subject',
      label: `${TEXTS}.subject`,
      type: 'text',
      expression: 'differences.subject_key',
      words: (row, { t }) =>
        `${t(`${TEXTS}.subjects.${row.subject_type}`)} ${shortKey(row.subject_type, row.subject)}`,
      clip: true,
      link: (row) => paperOf(row.subject_type, row.subject_id),
      width: 26,
    },
    {
      key: 'amount',
      label: `${TEXTS}.amount`,
      type: 'money',
      expression: 'differences.amount',
      sortable: true,
      total: true,
    },
    {
      key: 'party',
      label: `${TEXTS}.party`,
      type: 'text',
      expression: 'differences.party_name',
      clip: true,
      width: 26,
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 22,
    },
    {
      key: 'age',
      label: `${TEXTS}.age`,
      type: 'text',
      expression: 'DATEDIFF(CURDATE(), differences.arose_on)',
      words: (row, { t }) => t(`${TEXTS}.days`, { count: Math.max(0, Number(row.age)) }),
      clip: true,
      width: 10,
    },
    {
      key: 'state',
      label: `${TEXTS}.state`,
      type: 'badge',
      expression: 'differences.state',
      texts: 'papers.difference_states',
      tones: { open: 'danger', explained: 'info', cleared: 'success' },
    },
    {
      key: 'assignee',
      label: `${TEXTS}.assignee`,
      type: 'text',
      expression: 'users.full_name',
      words: (row, { t }) => row.assignee ?? t(`${TEXTS}.nobody`),
      clip: true,
      width: 20,
    },
    {
      key: 'arose_on',
      label: `${TEXTS}.arose_on`,
      type: 'day',
      expression: 'differences.arose_on',
      sortable: true,
    },
    {
      key: 'head',
      label: `${TEXTS}.head`,
      type: 'text',
      expression: 'revenue_heads.name_ar',
      words: (row, words) => inLanguage('head')(row, words) || '—',
      clip: true,
      width: 20,
    },
  ],
  filters: [
    {
      key: 'q',
      label: `${TEXTS}.search`,
      type: 'text',
      apply: (query, value) => {
        const like = `%${value.trim().replace(/[%_\\]/g, '\\$&')}%`
        query.where((inner) =>
          inner
            .where('differences.subject_key', 'like', like)
            .orWhere('differences.party_name', 'like', like)
        )
      },
    },
    {
      key: 'code',
      label: `${TEXTS}.code`,
      type: 'select',
      column: 'differences.code',
      options: ({ locale }) => CODES.map((value) => ({ value, label: kindOf(value).name[locale] })),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'differences.unit_id' },
    {
      key: 'head',
      label: `${TEXTS}.head`,
      type: 'select',
      options: headsOrNone,
      apply: (query, value) =>
        value === 'none'
          ? query.whereNull('differences.head_id')
          : query.where('revenue_heads.code', value),
    },
    { key: 'month', label: `${TEXTS}.month`, type: 'month', column: 'differences.month' },
    {
      key: 'state',
      label: `${TEXTS}.state`,
      type: 'select',
      column: 'differences.state',
      options: ({ t }) =>
        STATES.map((value) => ({ value, label: t(`papers.difference_states.${value}`) })),
    },
    {
      key: 'assignee',
      label: `${TEXTS}.assignee`,
      type: 'select',
      options: assigneeOptions,
      apply: (query, value) =>
        value === 'nobody'
          ? query.whereNull('differences.assigned_to')
          : query.where('differences.assigned_to', Number(value)),
    },
    {
      key: 'age',
      label: `${TEXTS}.age_at_least`,
      type: 'select',
      options: ({ t }) => AGES.map((value) => ({ value, label: t(`${TEXTS}.ages.${value}`) })),
      apply: (query, value) =>
        query.where('differences.arose_on', '<=', addDays(today(), -Number(value))),
    },
    { key: 'amount', label: `${TEXTS}.amount`, type: 'moneyRange', column: 'differences.amount' },
  ],
  defaultSort: '-amount',
  empty: {
    title: `${TEXTS}.empty`,
    text: `${TEXTS}.empty_text`,
    action: {
      label: `${TEXTS}.to_secretary`,
      url: '/secretary',
      permission: 'revenue.reconciliation.read',
    },
  },
}

async function headsOrNone({ locale, t }: Words): Promise<Option[]> {
  return [...(await headOptions(locale)), { value: 'none', label: t(`${TEXTS}.no_head`) }]
}

/** Nobody, oneself, and who may explain differences where the reader may see them. */
async function assigneeOptions({ t }: Words, ctx: HttpContext): Promise<Option[]> {
  const person = ctx.auth.user!
  const others = await assignees(person.unitIds('revenue.differences.read'))
  return [
    { value: 'nobody', label: t(`${TEXTS}.nobody`) },
    { value: String(person.id), label: t(`${TEXTS}.mine`) },
    ...others
      .filter(({ id }) => id !== person.id)
      .map(({ id, name }) => ({ value: String(id), label: name })),
  ]
}
