import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import Commitment from '#budget/models/commitment'
import { unitFilter } from '#core/lists/parts'
import {
  codeFilter,
  column,
  lineFilter,
  named,
  typedFilter,
  yearFilter,
  type BudgetList,
} from '#budget/lists/parts'

export const COMMITMENT_TONES = {
  draft: 'neutral',
  reserved: 'warning',
  committed: 'info',
  settled: 'success',
  cancelled: 'danger',
  carried: 'neutral',
} as const

const STATES = Object.keys(Commitment.transitions)

/** Days since it was committed, of what is still open. */
export const AGE = 'DATEDIFF(CURRENT_DATE, m.approved_on)'

/** الارتباطات: from need to settlement. */
export const commitmentsList: BudgetList = {
  name: 'commitments',
  title: 'budget.commitments.title',
  permission: 'budget.commitments.read',
  query: (user) =>
    visible(
      db
        .from('commitments as m')
        .join('budget_lines as l', 'l.id', 'm.line_id')
        .join('budget_codes as c', 'c.id', 'l.code_id')
        .join('units as u', 'u.id', 'm.unit_id')
        .joinRaw('JOIN budget_codes k ON k.id = COALESCE(c.chapter_id, c.id)'),
      user,
      'budget.commitments.read',
      'm.unit_id'
    ),
  key: 'm.id',
  columns: [
    column('number', 'text', {
      expression: "CONCAT(m.number, '/', m.fiscal_year)",
      link: ({ _key }) => `/budget/commitments/${_key}`,
      width: 14,
    }),
    column('purpose', 'text', { expression: 'm.purpose', clip: true, width: 30 }),
    column('line', 'text', {
      expression: 'c.name_ar',
      words: ({ line, line_en: english, code }, { locale }) =>
        `${code} ${locale === 'en' ? english : line}`,
      link: ({ line_id: id }) => `/budget/lines/${id}`,
      clip: true,
      width: 26,
    }),
    column('payee', 'text', { expression: "COALESCE(m.payee_name, '')", clip: true, width: 22 }),
    column('status', 'badge', {
      expression: 'm.status',
      texts: 'budget.commitments.statuses',
      tones: COMMITMENT_TONES,
    }),
    column('amount', 'money', { expression: 'm.amount', total: true }),
    column('paid', 'money', { expression: 'm.paid', total: true }),
    column('open', 'money', { expression: 'm.open_amount', total: true }),
    column('age', 'integer', { expression: `IF(m.status = 'committed', ${AGE}, NULL)`, width: 8 }),
    column('approved_on', 'day', { expression: 'm.approved_on', sortable: true }),
    named('unit', 'u.name_ar', { width: 20 }),
    column('made_at', 'moment', { expression: 'm.made_at', sortable: true, width: 18 }),
  ],
  fields: {
    line_en: 'c.name_en',
    unit_en: 'u.name_en',
    code: 'c.code',
    line_id: 'm.line_id',
  },
  filters: [
    unitFilter('m.unit_id'),
    yearFilter('m.fiscal_year'),
    {
      key: 'status',
      label: 'budget.columns.status',
      type: 'select',
      column: 'm.status',
      options: ({ t }) =>
        STATES.map((value) => ({ value, label: t(`budget.commitments.statuses.${value}`) })),
    },
    codeFilter('fund', 'fund', 'l.fund_id'),
    codeFilter('chapter', 'use', 'k.id'),
    lineFilter,
    typedFilter(
      'purpose',
      'find_commitment',
      "CONCAT(m.purpose, ' ', COALESCE(m.payee_name, ''), ' ', COALESCE(m.need_no, ''))"
    ),
    {
      key: 'approved',
      label: 'budget.columns.approved_on',
      type: 'dayRange',
      column: 'm.approved_on',
    },
  ],
  defaultSort: '-made_at',
  empty: {
    title: 'budget.commitments.empty',
    text: 'budget.commitments.empty_text',
    action: {
      label: 'budget.commitments.new',
      url: '/budget/commitments/create',
      permission: 'budget.commitments.manage',
    },
  },
}
